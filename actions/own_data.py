"""Whether a message is about what is kept of the conversation, not about a procedure."""

from __future__ import annotations

from actions.aside import SURE, least_sure
from actions.conversation import Heard, says
from actions.decision import OwnData
from actions.privacy import DEEDS, speaks_of_own_data
from actions.reading import Reading
from actions.style import Style


def own_data(heard: Heard, reading: Reading, style: Style) -> OwnData | None:
    """Return the wish about the own data; "xóa đăng ký thường trú" is a procedure and none.

    Where the search only offers several, words of what is kept here weigh more than what it offers.
    """
    if heard.intent not in DEEDS or not speaks_of_own_data(heard.intent, heard.text, style):
        return None
    verdict = reading.found.verdict
    is_named = verdict != "none" and reading.names_another
    is_said = verdict == "several" and says(heard.text, style.say.words("privacy.own"))
    least = SURE if is_said else least_sure(heard.intent, verdict, is_named=is_named)
    return OwnData(heard.intent, heard.text) if heard.confidence >= least else None
