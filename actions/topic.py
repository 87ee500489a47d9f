"""What a message is about: a procedure and its sides, a choice to offer, something else, or nothing known."""

from __future__ import annotations

from actions.aside import DOSSIER
from actions.back import went_back
from actions.beside import beside
from actions.checklist_choices import filer_said
from actions.choices import Choice, procedure_choice, split_case
from actions.conversation import Heard
from actions.decision import (
    Answer,
    Aside,
    AskNext,
    AskProcedure,
    Decision,
    Dossier,
    NamedOnly,
    NoSource,
    NotUnderstood,
    Offer,
    UnknownCode,
    Unsaid,
)
from actions.filing import case_for
from actions.injection import is_injection
from actions.own_data import own_data
from actions.phrasing import SECTIONS
from actions.picking import picked
from actions.reading import SIDE_OF_FOCUS_FROM, Reading
from actions.services import Knowledge
from actions.short_answer import says_no, says_yes_or_number
from actions.sibling_meant import for_applicant, sibling_called, talked_about
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold

CHOICES_AT_MOST = 4
REMARK, SHORT_REMARK = 4, 2
"""Words that a remark about the procedure in focus has at most.

Fewer where a side is asked for ("giấy phép nuôi hổ cần gì" is none), or where a procedure fits it too.
"""
PAPERS, CASES = frozenset({"documents", "checklist"}), ("case", "checklist")


class Topic:
    """Decides what a message is about."""

    def __init__(self, heard: Heard, knowledge: Knowledge, style: Style) -> None:
        self._heard = heard
        self._knowledge = knowledge
        self._style = style
        self._reading = Reading(heard, knowledge, style)
        self._focus = self._reading.focus

    def decide(self) -> Decision:
        """Try, in this order, every way in which a message can tell what it is about."""
        return (
            self._pressed()
            or self._commanded()
            or went_back(self._heard, self._knowledge, self._style)
            or self._of_dossier()
            or self._named()
            or own_data(self._heard, self._reading, self._style)
            or self._picked()
            or self._filer()
            or self._yes_or_no()
            or beside(self._reading, self._style)
            or self._again()
            or self._follow_up()
            or self._searched()
        )

    def _pressed(self) -> Decision | None:
        if not self._heard.chosen_code:
            return None
        facet = self._heard.chosen_facet
        facets = (facet,) if facet and facet in SECTIONS else self._reading.kept
        return self._about(self._heard.chosen_code, facets)

    def _commanded(self) -> Decision | None:
        is_command = is_injection(self._heard.text, self._style)
        return Aside("utter_declined_injection") if is_command else None

    def _of_dossier(self) -> Decision | None:
        is_meant = self._heard.intent == DOSSIER and (self._heard.names_dossier or self._heard.has_lost_slip)
        is_short = len(self._heard.query.typed) <= REMARK
        is_at_a_loss = self._heard.has_forgotten and (is_short or self._reading.found.verdict == "none")
        return Dossier() if is_meant or is_at_a_loss or self._heard.intent == "give_proof" else None

    def _named(self) -> Decision | None:
        named, facets = self._reading.named, self._reading.facets(kept=self._reading.is_pending)
        if len(named) > 1:
            return Offer(self._reading.choices(named), facets)
        return self._about(named[0], facets) if named else None

    def _picked(self) -> Decision | None:
        found = picked(self._heard, self._reading, self._knowledge, self._style)
        return self._about(found.code, self._reading.picked) if isinstance(found, Choice) else found

    def _filer(self) -> Decision | None:
        """Take who files for the list of papers that is being made, or was given last."""
        focus, heard = self._focus, self._heard
        if focus is None or "checklist" not in heard.facets or heard.sides.named or heard.sides.unsaid:
            return None
        pick = filer_said(heard.text, focus, self._style)
        return self._answer(focus, heard.facets, choice=str(pick)) if pick else None

    def _yes_or_no(self) -> Decision | None:
        if says_no(self._heard, self._style):
            return AskProcedure()
        if not says_yes_or_number(self._heard, self._style):
            return None
        return AskNext(self._focus) if self._focus else AskProcedure()

    def _again(self) -> Decision | None:
        """Say it once more where it was not understood: the choices, or the procedure in short."""
        if self._heard.intent != "ask_again" or self._reading.found.verdict == "clear":
            return None
        if self._reading.offered:
            return self._offer_again()
        if self._heard.is_about_dossier:
            return Dossier()
        sides = self._heard.sides.named or ("summary",)
        return self._answer(self._focus, sides) if self._focus else AskProcedure()

    def _offer_again(self) -> Offer:
        return Offer(self._reading.offered, self._heard.facets, self._heard.choice_kind or "procedure")

    def _follow_up(self) -> Decision | None:
        """Stay on the procedure in focus, or on the dossier, unless another one is named."""
        reading = self._reading
        is_asked = reading.found.verdict == "clear" or bool(self._heard.sides.named)
        if self._heard.is_about_dossier and not (is_asked and reading.names_another):
            return Dossier()
        if self._focus is None:
            return None
        if reading.is_only_applicant:
            return self._for_applicant(self._focus)
        if meant := self._beside_focus(self._focus):
            return self._answer(meant, reading.facets(kept=True))
        is_remark = len(reading.telling) <= self._remark_at_most or reading.goes_on
        return self._about_focus(self._focus) if is_remark and not reading.names_another else None

    @property
    def _remark_at_most(self) -> int:
        is_clear = self._reading.found.verdict == "clear"
        return SHORT_REMARK if is_clear or self._heard.sides.named else REMARK

    def _about_focus(self, focus: Procedure) -> Decision:
        says_more = self._reading.telling - self._shown_words(focus)
        if self._heard.sides.unsaid:
            return Unsaid(focus, self._heard.sides.unsaid)
        sides = self._heard.sides.named or self._reading.by_intent(SIDE_OF_FOCUS_FROM)
        if sides or (self._reading.asked and not says_more):
            return self._answer(focus, sides or self._reading.asked)
        is_summary = not says_more and not self._reading.is_guess
        return self._answer(focus, ("summary",)) if is_summary else Unsaid(focus)

    def _shown_words(self, procedure: Procedure) -> set[str]:
        return {fold(word) for word in procedure_choice(procedure, self._style).shown()}

    def _beside_focus(self, focus: Procedure) -> Procedure | None:
        reading = self._reading
        if not reading.goes_on_elsewhere:
            return None
        return sibling_called(reading.naming, focus, reading.likeliest, self._knowledge)

    def _for_applicant(self, focus: Procedure) -> Decision:
        """Move to the sibling for such applicants; admit it where neither it nor the focus speaks of them."""
        meant = for_applicant(self._heard.query.content, focus, self._knowledge, self._style)
        return self._answer(meant, self._reading.facets(kept=True)) if meant else Unsaid(focus)

    def _searched(self) -> Decision:
        reading = self._reading
        if len(self._heard.query.content) < 2 or reading.is_only_applicant or not reading.naming:
            return self._unclear()
        codes = tuple(candidate.code for candidate in reading.found.candidates[:CHOICES_AT_MOST])
        facets = reading.facets(kept=reading.is_pending or reading.goes_on)
        match reading.found.verdict:
            case "clear":
                return self._about(codes[0], facets)
            case "several" if len(reading.naming) > 1:
                if known := talked_about(codes, self._heard, self._focus, reading.goes_on):
                    return self._about(known, reading.facets(kept=True))
                remarked_on = self._focus if reading.is_far_fetched else None
                return Unsaid(remarked_on) if remarked_on else Offer(reading.choices(codes), facets)
        if reading.offered and len(reading.telling) <= self._remark_at_most:
            return self._unclear()
        if reading.found.named and self._is_matter():
            return self._about(reading.found.named, facets)
        return NoSource(self._focus) if self._is_matter() else self._unclear()

    def _is_matter(self) -> bool:
        """Tell whether something is asked for by name, held or not."""
        least = 2 if self._reading.is_question else 3
        return len(self._reading.telling) >= least

    def _unclear(self) -> Decision:
        if self._reading.offered and self._heard.choice_kind != "case":
            return self._offer_again()
        if self._reading.is_guess:
            return NotUnderstood(self._heard.failures + 1)
        return AskProcedure(self._reading.facets(kept=True) if self._reading.is_question else ())

    def _about(self, code: str, facets: tuple[str, ...]) -> Decision:
        procedure_code, case = split_case(code)
        procedure = self._knowledge.procedure(procedure_code)
        if procedure is None:
            name = self._knowledge.official_name(procedure_code)
            return NamedOnly(procedure_code, name) if name else UnknownCode(procedure_code)
        if case is not None and case < len(procedure.documents):
            of_papers = facets if PAPERS.intersection(facets) else ("documents",)
            return self._answer(procedure, of_papers, case, choice=code)
        if self._heard.sides.unsaid and not self._reading.asked:
            return Unsaid(procedure, self._heard.sides.unsaid)
        return self._answer(procedure, facets, choice=code)

    def _answer(
        self, procedure: Procedure, facets: tuple[str, ...], case: int | None = None, choice: str = ""
    ) -> Answer:
        is_follow_up = self._focus is not None and self._focus.code == procedure.code
        keeps_choices = is_follow_up and case is None and self._heard.choice_kind in CASES
        said = self._heard.filing_of(goes_on=is_follow_up or self._focus is None)
        if case is None and PAPERS.intersection(facets):
            case = case_for(procedure, said, self._style)
        day = self._heard.day
        return Answer(procedure, facets, case, is_follow_up, keeps_choices, (), choice, said, day)
