"""What a message tells before anything is decided: sides, words that say something, what the search finds."""

from __future__ import annotations

from functools import cached_property

from actions.aside import DOSSIER, RESPONSES
from actions.checklist_choices import asked_before
from actions.choices import Choice, case_choices, named_codes, procedure_choice, split_case
from actions.conversation import Heard
from actions.fit import names, naming_words, telling_words
from actions.phrasing import SECTIONS
from actions.privacy import DEEDS
from actions.services import Knowledge
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.search.query import Query, read_query
from knowledge_base.search.result import SearchResult
from knowledge_base.vietnamese.folding import folded_syllables

SIDE_FROM, SIDE_OF_FOCUS_FROM = 0.7, 0.9
"""The confidence from which an intent names the side that the words do not: right for 31 of 33 held-out texts.

Surer it must be where the message says more that the procedure in focus may not be about.
"""

LIKELY = 0.3
"""The chance from which what is no known question may be about another procedure than the one in focus.

Of 529 questions from situations 23 have less, and such are seldom asked as remarks.
"""


class Reading:
    """One message beside what the conversation remembers."""

    def __init__(self, heard: Heard, knowledge: Knowledge, style: Style) -> None:
        self.heard = heard
        self._knowledge = knowledge
        self._style = style
        self.focus = knowledge.procedure(heard.procedure)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The held codes that are read as the first one in the text; that one itself where none is held."""
        codes = named_codes(self.heard.text)
        return (self._knowledge.spelled(codes[0]) or tuple(codes[:1])) if codes else ()

    @cached_property
    def found(self) -> SearchResult:
        """What the search makes of the text."""
        return self._knowledge.search.find(self._about)

    @cached_property
    def _about(self) -> str:
        """The text that may name a procedure: after one, not what it is asked in passing ("nhờ người khác nộp").

        Nor a set wording for a side where nothing else says anything: "tg giải quyết bao nhiêu ngày".
        """
        rest = read_query(self.heard.sides.rest)
        is_bare = not set(rest.content) - rest.faint and bool(self.heard.sides.named)
        return (
            self.heard.sides.rest if self.focus and (self.heard.sides.unsaid or is_bare) else self.heard.text
        )

    @cached_property
    def telling(self) -> frozenset[str]:
        """The folded words that say something."""
        return telling_words(self._query)

    @cached_property
    def _query(self) -> Query:
        return read_query(self._about)

    @cached_property
    def naming(self) -> tuple[str, ...]:
        """The words that may name a procedure, not only say for whom or where it is."""
        return naming_words(self._query, self._style.say)

    def names(self, procedure: Procedure) -> bool:
        """Tell whether the message is about the same words as one of the procedure's names."""
        is_said = any(word not in self._query.faint for word in self.naming)
        return is_said and names(self._query, procedure)

    @cached_property
    def names_another(self) -> bool:
        """Whether what the search finds first is called so."""
        if self.found.verdict == "none" or self._is_condition:
            return False
        procedure = self._knowledge.procedure(self.found.candidates[0].code)
        return procedure is not None and self.names(procedure)

    @cached_property
    def likeliest(self) -> str | None:
        """The code that the search puts first, however unlikely, if it is called so."""
        first = next((candidate.code for candidate in self.found.candidates), None)
        procedure = self._knowledge.procedure(first)
        return first if procedure and self.names(procedure) else None

    @property
    def _is_condition(self) -> bool:
        """Whether it asks about the procedure in focus where something is missing: "chưa đăng ký kết hôn thì sao"."""
        typed = " ".join(folded_syllables(self.heard.text))
        begins = any(typed.startswith(f"{word} ") for word in self._style.say.words("talk.lacks"))
        return (
            self.focus is not None
            and begins
            and typed.endswith(self._style.say.words("talk.goes_on_at_the_end"))
        )

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The sides that the words name, else that of a sure intent."""
        return self.heard.sides.named or self.by_intent(SIDE_FROM)

    def by_intent(self, at_least: float) -> tuple[str, ...]:
        """Return the side that the intent stands for if it is so sure."""
        side = self.heard.intent.removeprefix("ask_")
        is_sure = side in SECTIONS and self.heard.confidence >= at_least
        return (side,) if is_sure and not self.heard.sides.unsaid else ()

    @property
    def kept(self) -> tuple[str, ...]:
        """The sides asked for before, else the summary; of an open question about a list, that list."""
        if self.heard.choice_kind == "checklist":
            return self.picked
        return tuple(facet for facet in self.heard.facets if facet in SECTIONS) or ("summary",)

    def facets(self, *, kept: bool) -> tuple[str, ...]:
        """Return the sides asked for, else those kept, else the summary."""
        is_put_right = self.heard.is_correction or self.heard.is_denial
        return self.asked or (self.kept if kept or is_put_right else ("summary",))

    @property
    def picked(self) -> tuple[str, ...]:
        """The sides to tell of what is picked: the list that the question is about, whatever was asked since."""
        if self.heard.choice_kind != "checklist":
            return self.facets(kept=True)
        return self.heard.facets if "checklist" in self.heard.facets else ("checklist",)

    @property
    def is_pending(self) -> bool:
        """Whether the sides asked for before still wait for a procedure."""
        return bool(self.heard.choices) or self.focus is None

    @property
    def is_guess(self) -> bool:
        """Whether nothing is known about the message: no intent that holds, no side."""
        is_beside = self.heard.intent in {*RESPONSES, *DEEDS, DOSSIER}
        return (self.heard.intent == "nlu_fallback" or is_beside) and not self.heard.sides.named

    @property
    def is_far_fetched(self) -> bool:
        """Whether nothing is known about the message, and no procedure is at all likely."""
        return self.is_guess and self.found.candidates[0].score < LIKELY

    @property
    def is_question(self) -> bool:
        """Whether it asks about a procedure, whichever."""
        return not self.is_guess and (self.heard.intent.startswith("ask_") or bool(self.heard.sides.named))

    @property
    def goes_on(self) -> bool:
        """Whether it goes on about the same: "thế còn …", "… thì sao"."""
        typed = " ".join(folded_syllables(self.heard.text))
        begins = any(typed.startswith(f"{word} ") for word in self._style.say.words("talk.goes_on"))
        return begins or typed.endswith(self._style.say.words("talk.goes_on_at_the_end"))

    @property
    def goes_on_elsewhere(self) -> bool:
        """Whether it goes on about something beside the procedure in focus, or puts a slip right."""
        is_put_right = self.heard.is_correction or self.heard.is_denial
        return (self.goes_on or is_put_right) and not self._is_condition

    @property
    def is_only_applicant(self) -> bool:
        """Whether it says nothing but who applies."""
        content = " ".join(folded_syllables(" ".join(self.heard.query.content)))
        return content in self._style.say.words("choices.applicants")

    @cached_property
    def offered(self) -> tuple[Choice, ...]:
        """What the last question offered."""
        if self.heard.choice_kind not in ("case", "checklist"):
            return self.choices(self.heard.choices)
        code = split_case(self.heard.choices[0])[0] if self.heard.choices else None
        procedure = self._knowledge.procedure(code)
        if procedure and self.heard.choice_kind == "checklist":
            return asked_before(procedure, self.heard.choices, self._style)
        return case_choices(procedure, self._style) if procedure else ()

    def choices(self, codes: tuple[str, ...]) -> tuple[Choice, ...]:
        """Return the procedures of these codes as choices; codes that are not held are left out."""
        known = [procedure for code in codes if (procedure := self._knowledge.procedure(code))]
        return tuple(procedure_choice(procedure, self._style) for procedure in known)
