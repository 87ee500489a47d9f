"""How a turn ended: a closed list that is stored, counted and filtered."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """One value a reply, its family in front.

    ``declined_bribery`` counts every wish to get round the law that is declined: bribes, and false papers, for which
    the list has no value of their own; the intent beside it tells them apart.
    """

    ANSWERED = "answered"

    CLARIFICATION_PROCEDURE = "clarification_procedure"
    CLARIFICATION_CASE = "clarification_case"
    CLARIFICATION_CHECKLIST = "clarification_checklist"
    CLARIFICATION_CODE = "clarification_code"
    CLARIFICATION_PROOF = "clarification_proof"

    STATUS_SHOWN = "status_shown"
    STATUS_REFUSED = "status_refused"

    UNANSWERABLE_NO_SOURCE = "unanswerable_no_source"
    UNANSWERABLE_OUT_OF_SCOPE = "unanswerable_out_of_scope"

    DECLINED_WEATHER = "declined_weather"
    DECLINED_POLITICS = "declined_politics"
    DECLINED_MEDICAL = "declined_medical"
    DECLINED_LEGAL_DISPUTE = "declined_legal_dispute"
    DECLINED_OTHER_PERSON = "declined_other_person"
    DECLINED_BRIBERY = "declined_bribery"
    DECLINED_ABUSE = "declined_abuse"
    DECLINED_INJECTION = "declined_injection"
    DECLINED_LANGUAGE = "declined_language"
    DECLINED_UNREADABLE = "declined_unreadable"

    EMERGENCY = "emergency"
    SMALLTALK = "smalltalk"
    PRIVACY_DONE = "privacy_done"

    HANDOVER_REQUESTED = "handover_requested"
    HANDOVER_WAITING = "handover_waiting"
    HANDOVER_HUMAN = "handover_human"

    ERROR_ENGINE = "error_engine"
    ERROR_ACTIONS = "error_actions"
    ERROR_INTAKE = "error_intake"
    ERROR_OVERLOADED = "error_overloaded"

    @property
    def family(self) -> str:
        """The part before the first underscore: ``clarification`` of ``clarification_case``."""
        return self.value.partition("_")[0]


_FROM_CERTAIN_TO_UNCERTAIN = (
    "answered", "status", "privacy", "emergency", "smalltalk", "handover",
    "clarification", "declined", "unanswerable", "error",
)  # fmt: skip


def least_certain(parts: Iterable[Outcome]) -> Outcome:
    """Return the outcome of a message made of parts: that of its least certain one; of equals, the first."""
    return max(parts, key=lambda part: _FROM_CERTAIN_TO_UNCERTAIN.index(part.family))
