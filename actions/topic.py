"""What a message is about: a procedure and its sides, a choice to offer, or that we do not know."""

from __future__ import annotations

from dataclasses import dataclass

from actions.choices import Choice, by_words, case_choices, chosen, named_codes, procedure_choice, split_case
from actions.conversation import Heard
from actions.phrasing import SECTIONS
from actions.services import Knowledge
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import folded_syllables

CHOICES_AT_MOST = 4


@dataclass(frozen=True)
class Answer:
    """Tell these sides of a procedure; of its papers only one case, if ``case`` is set.

    ``is_follow_up``: the message before was about it too. ``keeps_choices``: the question which case applies
    stays open.
    """

    procedure: Procedure
    facets: tuple[str, ...]
    case: int | None = None
    is_follow_up: bool = False
    keeps_choices: bool = False


@dataclass(frozen=True)
class Offer:
    """Ask which of several procedures, or cases of one, is meant."""

    choices: tuple[Choice, ...]
    facets: tuple[str, ...]
    kind: str = "procedure"
    again: bool = False


@dataclass(frozen=True)
class AskProcedure:
    """Ask which procedure; the sides asked for are kept until it is named."""

    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskNext:
    """Ask what else is wanted about the procedure in focus."""

    procedure: Procedure


@dataclass(frozen=True)
class NoSource:
    """Nothing official is known about this."""


@dataclass(frozen=True)
class UnknownCode:
    """A procedure code that the knowledge base does not hold, or no longer."""

    code: str


@dataclass(frozen=True)
class NotUnderstood:
    """Neither the intent nor the words say what is wanted."""

    failures: int


Decision = Answer | Offer | AskProcedure | AskNext | NoSource | UnknownCode | NotUnderstood


class Topic:
    """Decides what a message is about."""

    def __init__(self, heard: Heard, knowledge: Knowledge, style: Style) -> None:
        self._heard = heard
        self._knowledge = knowledge
        self._style = style
        self._focus = knowledge.procedure(heard.procedure)

    def decide(self) -> Decision:
        """Try, in this order, every way in which a message can tell what it is about."""
        return (
            self._pressed()
            or self._named()
            or self._picked()
            or self._hesitation()
            or self._follow_up()
            or self._searched()
        )

    def _pressed(self) -> Decision | None:
        if not self._heard.chosen_code:
            return None
        facet = self._heard.chosen_facet
        facets = (facet,) if facet and facet in SECTIONS else self._kept_facets()
        return self._about(self._heard.chosen_code, facets)

    def _picked(self) -> Decision | None:
        offered = self._offered()
        if not offered:
            return None
        choice = chosen(self._answer_words(), offered, self._style)
        if choice:
            return self._about(choice.code, self._facets(kept=True))
        if self._is_meant_as_choice():
            return Offer(offered, self._heard.facets, self._heard.choice_kind or "procedure", again=True)
        return None

    def _hesitation(self) -> Decision | None:
        if (
            self._heard.intent not in ("affirm", "deny")
            or self._heard.query.content
            or self._heard.query.facets
        ):
            return None
        return AskNext(self._focus) if self._focus and self._heard.intent == "affirm" else AskProcedure()

    def _named(self) -> Decision | None:
        codes = named_codes(self._heard.text)
        return self._about(codes[0], self._facets(kept=self._is_pending())) if codes else None

    def _follow_up(self) -> Decision | None:
        if self._focus is None:
            return None
        if self._is_only_applicant():
            return self._answer(self._for_applicant(self._focus), self._facets(kept=True))
        return self._answer(self._focus, self._facets(kept=False)) if self._names_nothing_new() else None

    def _names_nothing_new(self) -> bool:
        """Tell whether no procedure can be named: no content, or one syllable that the search knows nothing of."""
        content = self._heard.query.content
        if self._is_guess() or len(content) > 1:
            return False
        return not content or self._knowledge.search.find(self._heard.text).verdict == "none"

    def _searched(self) -> Decision:
        if not self._heard.query.content or self._is_only_applicant():
            return self._unclear()
        found = self._knowledge.search.find(self._heard.text)
        codes = [candidate.code for candidate in found.candidates[:CHOICES_AT_MOST]]
        if found.verdict == "clear":
            return self._about(codes[0], self._facets(kept=self._is_pending()))
        if found.verdict == "several" and not self._is_guess():
            return Offer(self._choices(codes), self._facets(kept=self._is_pending()))
        return NoSource() if self._is_question() else self._unclear()

    def _unclear(self) -> Decision:
        if self._is_guess():
            return NotUnderstood(self._heard.failures + 1)
        return AskProcedure(self._facets(kept=True) if self._is_question() else ())

    def _about(self, code: str, facets: tuple[str, ...]) -> Decision:
        procedure_code, case = split_case(code)
        procedure = self._knowledge.procedure(procedure_code)
        if procedure is None:
            return UnknownCode(procedure_code)
        if case is None or case >= len(procedure.documents):
            return self._answer(procedure, facets)
        return self._answer(procedure, facets if "documents" in facets else ("documents",), case)

    def _answer(self, procedure: Procedure, facets: tuple[str, ...], case: int | None = None) -> Answer:
        is_follow_up = self._focus is not None and self._focus.code == procedure.code
        keeps_choices = is_follow_up and case is None and self._heard.choice_kind == "case"
        return Answer(procedure, facets, case, is_follow_up, keeps_choices)

    def _facets(self, *, kept: bool) -> tuple[str, ...]:
        """Return the sides that the text names, else the intent's, else those kept, else the summary."""
        named = tuple(facet for facet in self._heard.query.facets if facet != "summary")
        by_intent = self._heard.intent.removeprefix("ask_")
        if named:
            return named
        if by_intent in SECTIONS:
            return (by_intent,)
        return self._kept_facets() if kept else ("summary",)

    def _kept_facets(self) -> tuple[str, ...]:
        return tuple(facet for facet in self._heard.facets if facet in SECTIONS) or ("summary",)

    def _is_pending(self) -> bool:
        return bool(self._heard.choices) or self._focus is None

    def _is_guess(self) -> bool:
        return self._heard.intent == "nlu_fallback" and not self._heard.query.facets

    def _is_question(self) -> bool:
        return self._heard.intent.startswith("ask_") or bool(self._heard.query.facets)

    def _is_only_applicant(self) -> bool:
        content = " ".join(folded_syllables(" ".join(self._heard.query.content)))
        return content in self._style.say.words("choices.applicants")

    def _for_applicant(self, focus: Procedure) -> Procedure:
        alternatives = [focus, *self._knowledge.siblings(focus)]
        choices = [procedure_choice(procedure, self._style) for procedure in alternatives]
        choice = by_words(folded_syllables(" ".join(self._heard.query.content)), choices)
        return alternatives[choices.index(choice)] if choice else focus

    def _offered(self) -> tuple[Choice, ...]:
        if self._heard.choice_kind != "case":
            return self._choices(list(self._heard.choices))
        procedure = (
            self._knowledge.procedure(split_case(self._heard.choices[0])[0]) if self._heard.choices else None
        )
        return case_choices(procedure, self._style) if procedure else ()

    def _answer_words(self) -> str:
        """Return the text without what it asks about the choice: "số 2 phí bao nhiêu" answers with "số 2"."""
        asks_only = bool(self._heard.query.facets)
        return " ".join(self._heard.query.content) or ("" if asks_only else self._heard.text)

    def _is_meant_as_choice(self) -> bool:
        by_intent = self._heard.intent in ("choose_option", "affirm") and not self._heard.query.facets
        return by_intent or self._heard.text.isdecimal()

    def _choices(self, codes: list[str]) -> tuple[Choice, ...]:
        known = [procedure for code in codes if (procedure := self._knowledge.procedure(code))]
        return tuple(procedure_choice(procedure, self._style) for procedure in known)
