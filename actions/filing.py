"""What somebody says of who applies and who goes to the desk; it is not asked again."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.checklist_choices import has_papers_for_proxies
from actions.choices import case_choices, split_case
from actions.pick import Pick
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold

APPLICANT, FILER = "applicant", "filer"
_BY_PROXY = {"self": False, "proxy": True}


@dataclass(frozen=True)
class Filing:
    """``applicant`` and ``filer`` are kinds that the extractors read, None for what is not said."""

    applicant: str | None = None
    filer: str | None = None

    @classmethod
    def said(cls, tracker: Tracker) -> Filing:
        """Read the latest message; of several the first."""
        applicant, filer = (next(tracker.get_latest_entity_values(name), None) for name in (APPLICANT, FILER))
        return cls(applicant, filer)

    @classmethod
    def remembered(cls, tracker: Tracker) -> Filing:
        """Read the slots."""
        return cls(tracker.get_slot(APPLICANT), tracker.get_slot(FILER))

    def over(self, before: Filing) -> Filing:
        """Return what is said now, and what was said before of the rest."""
        return Filing(self.applicant or before.applicant, self.filer or before.filer)

    def slots(self) -> dict[str, str | None]:
        """Return it as slots."""
        return {APPLICANT: self.applicant, FILER: self.filer}


def known_pick(pick: Pick, procedure: Procedure, filing: Filing, style: Style) -> Pick:
    """Fill in what has been said already, as far as the list of papers depends on it."""
    case, by_proxy = pick.case, pick.by_proxy
    if case is None and (found := case_for(procedure, filing, style)) is not None:
        case = found + 1
    if by_proxy is None and has_papers_for_proxies(procedure, style):
        by_proxy = _BY_PROXY.get(filing.filer or "")
    return Pick(pick.code, case, by_proxy)


def case_for(procedure: Procedure, filing: Filing, style: Style) -> int | None:
    """Return the place of the one case for such applicants; None unless each case names those that it is for."""
    if filing.applicant is None:
        return None
    kinds = style.say.table("checklist.applicants")
    choices = case_choices(procedure, style)
    named = [{kind for kind, words in kinds.items() if _names(choice.title, words)} for choice in choices]
    fits = [choice for choice, who in zip(choices, named, strict=True) if filing.applicant in who]
    return split_case(fits[0].code)[1] if len(fits) == 1 and len(choices) > 1 and all(named) else None


def _names(title: str, words: str) -> bool:
    return any(word in fold(title) for word in words.split("|"))
