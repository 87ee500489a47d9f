"""What a message is about: a procedure and its sides, a choice to offer, something else, or nothing known."""

from __future__ import annotations

from actions.aside import DOSSIER
from actions.beside import beside
from actions.choices import Choice, by_words, fitting, is_no, procedure_choice, split_case
from actions.conversation import Heard
from actions.decision import (
    Answer,
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
from actions.phrasing import SECTIONS
from actions.reading import SIDE_OF_FOCUS_FROM, Reading
from actions.services import Knowledge
from actions.short_answer import says_no, says_yes_or_number
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold, syllables

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
            or self._of_dossier()
            or self._named()
            or self._picked()
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
        """Read the message as an answer to what was offered: one, fewer of them, or which side of them."""
        offered, facets = self._reading.offered, self._reading.picked
        if not offered or self._heard.is_denial or self._leaves(offered):
            return None
        fits = fitting(self._answer_words(), offered, self._style) or self._repeated(offered)
        if len(fits) == 1:
            return self._about(fits[0].code, facets)
        kind = self._heard.choice_kind or "procedure"
        if fits:
            return Offer(fits, facets, kind)
        if self._is_meant_as_choice():
            return Offer(offered, self._heard.facets, kind, again=True)
        asks_side_only = kind == "procedure" and self._heard.sides.named and not self._heard.query.content
        return Offer(offered, facets, kind) if asks_side_only else None

    def _leaves(self, offered: tuple[Choice, ...]) -> bool:
        """Tell whether a procedure is named that was not on offer, or a list's open question is met with a no."""
        if self._heard.choice_kind == "checklist" and is_no(self._heard.text, self._style):
            return True
        if self._heard.choice_kind == "checklist" and fitting(self._answer_words(), offered, self._style):
            return False
        found, codes = self._reading.found, {split_case(choice.code)[0] for choice in offered}
        is_clear = found.verdict == "clear" and self._reading.names_another
        return is_clear and found.candidates[0].code not in codes

    def _repeated(self, offered: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """Take the only procedure on offer where its name is said again."""
        only = self._knowledge.procedure(offered[0].code) if len(offered) == 1 else None
        return offered if only and self._reading.names(only) else ()

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
        return self._answer(self._focus, ("summary",)) if self._focus else AskProcedure()

    def _offer_again(self) -> Offer:
        return Offer(self._reading.offered, self._heard.facets, self._heard.choice_kind or "procedure")

    def _follow_up(self) -> Decision | None:
        """Stay on the procedure in focus, or on the dossier, unless another one is named."""
        reading = self._reading
        is_clear = reading.found.verdict == "clear"
        if self._heard.is_about_dossier and not (is_clear and reading.names_another):
            return Dossier()
        if self._focus is None:
            return None
        if reading.is_only_applicant:
            return self._for_applicant(self._focus)
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

    def _for_applicant(self, focus: Procedure) -> Decision:
        """Move to the sibling for such applicants; admit it where neither it nor the focus speaks of them."""
        alternatives = [focus, *self._knowledge.siblings(focus)]
        choices = [procedure_choice(procedure, self._style) for procedure in alternatives]
        fits = by_words(syllables(" ".join(self._heard.query.content)), choices, self._style)
        if len(fits) == 1:
            focus = alternatives[choices.index(fits[0])]
        elif not choices[0].holds(self._heard.query.content, self._style):
            return Unsaid(focus)
        return self._answer(focus, self._reading.facets(kept=True))

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
        return Answer(procedure, facets, case, is_follow_up, keeps_choices, choice=choice)

    def _answer_words(self) -> str:
        """Return the text without what it asks about the choice: "số 2 phí bao nhiêu" answers with "số 2"."""
        asks_too = bool(self._heard.sides.named)
        return " ".join(self._heard.query.content) if asks_too else self._heard.text

    def _is_meant_as_choice(self) -> bool:
        by_intent = self._heard.intent in ("choose_option", "affirm") and not self._heard.sides.named
        return by_intent or self._heard.text.isdecimal()
