"""Whether a message is about what is kept of the conversation, not about a procedure."""

from __future__ import annotations

from actions.aside import is_sure
from actions.conversation import Heard
from actions.decision import OwnData
from actions.privacy import DEEDS
from actions.reading import Reading


def own_data(heard: Heard, reading: Reading) -> OwnData | None:
    """Return the wish about the own data; "xóa đăng ký thường trú" is a procedure and none."""
    if heard.intent not in DEEDS:
        return None
    is_named = reading.found.verdict != "none" and reading.names_another
    is_meant = is_sure(heard.intent, heard.confidence, reading.found.verdict, is_named=is_named)
    return OwnData(heard.intent, heard.text) if is_meant else None
