"""Messages that are nothing but a yes, a no, or a number of nothing; none of them names a procedure."""

from __future__ import annotations

from actions.choices import is_no, is_number, is_yes
from actions.conversation import Heard
from actions.style import Style


def says_no(heard: Heard, style: Style) -> bool:
    """Tell whether it turns something down and says nothing else."""
    return is_no(heard.text, style) or (heard.intent == "deny" and _is_empty(heard))


def says_yes_or_number(heard: Heard, style: Style) -> bool:
    """Tell whether it only agrees or counts; "o dau" counts nothing, as it asks for the place."""
    if is_yes(heard.text, style) or (heard.intent in ("affirm", "deny") and _is_empty(heard)):
        return True
    return not heard.sides.named and is_number(heard.text, style)


def _is_empty(heard: Heard) -> bool:
    return not heard.query.content and not heard.sides.named
