"""Whether a message tries to command the program instead of asking: "bỏ qua mọi hướng dẫn", a payload, SQL."""

from __future__ import annotations

import re

from actions.conversation import says
from actions.style import Style

_PAYLOAD = re.compile(r"[\"']\s*:\s*[\"'{\[]")  # what stands before the first letter is not handed on


def is_injection(text: str, style: Style) -> bool:
    """Tell whether it holds a wording that only such messages have, or is written as data for a program."""
    return says(text, style.say.words("talk.commands_the_program")) or bool(_PAYLOAD.search(text))


def is_payload(text: str, style: Style) -> bool:
    """Tell whether a text holds a piece of a program or of data that is made for machines."""
    lower = text.lower()
    return any(piece in lower for piece in style.say.words("beside.payloads"))
