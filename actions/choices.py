"""Choices offered to a citizen, and the answer to them: a number, an ordinal in words, a code, or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actions.documents import case_name, cases
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import folded_syllables

_CASE_MARK = "#"
_PROCEDURE_CODE = re.compile(r"(?<![\d.])\d\.\d{6}(?!\d)")


@dataclass(frozen=True)
class Choice:
    """One thing on offer. ``code`` is a procedure's, or ``<procedure>#<number>`` for one of its cases."""

    code: str
    title: str
    details: tuple[str, ...] = ()
    names: str = ""

    def words(self) -> set[str]:
        """Return the folded words that tell it apart at first sight."""
        return set(folded_syllables(" ".join((self.title, *self.details))))

    def all_words(self) -> set[str]:
        """Return these and the words of its official name."""
        return self.words() | set(folded_syllables(self.names))


def procedure_choice(procedure: Procedure, style: Style) -> Choice:
    """Offer a procedure by its plain name, what sets it apart, its level and its code."""
    told_apart = (procedure.distinction, ", ".join(procedure.levels))
    details = (*told_apart, style.say("choices.code", code=procedure.code))
    names = " ".join((procedure.name, *procedure.subjects, *procedure.special_words))
    return Choice(procedure.code, procedure.short_name, tuple(d for d in details if d), names)


def case_choices(procedure: Procedure, style: Style) -> tuple[Choice, ...]:
    """Offer the cases of a procedure."""
    return tuple(
        Choice(f"{procedure.code}{_CASE_MARK}{index + 1}", style.excerpt(case_name(procedure, index)))
        for index in cases(procedure, style)
    )


def split_case(code: str) -> tuple[str, int | None]:
    """Return the procedure's code and the index of the case, if the choice is one."""
    procedure, _, number = code.partition(_CASE_MARK)
    return procedure, int(number) - 1 if number.isdecimal() and int(number) else None


def listing(choices: Sequence[Choice], style: Style) -> str:
    """Return the choices as numbered lines."""
    return "\n".join(_line(number, choice, style) for number, choice in enumerate(choices, 1))


def _line(number: int, choice: Choice, style: Style) -> str:
    if not choice.details:
        return style.say("choices.case_line", number=number, title=choice.title)
    return style.say("choices.line", number=number, title=choice.title, details="; ".join(choice.details))


def named_codes(text: str) -> list[str]:
    """Return the procedure codes in a text, in order."""
    return _PROCEDURE_CODE.findall(text)


def chosen(text: str, choices: Sequence[Choice], style: Style) -> Choice | None:
    """Return the choice that a text answers with, or None if it answers with none or fits several."""
    for code in named_codes(text):
        return next((choice for choice in choices if choice.code == code), None)
    if len(choices) == 1 and is_yes(text, style):
        return choices[0]
    words = [word for word in folded_syllables(text) if word not in style.say.words("choices.fillers")]
    if not words:
        return None
    return _by_number(words, choices, style) or by_words(words, choices)


def is_yes(text: str, style: Style) -> bool:
    """Tell whether a text is nothing but a yes; an intent alone is not taken for one."""
    words = set(folded_syllables(text))
    return bool(words) and words <= set(style.say.words("choices.yes_words"))


def _by_number(words: list[str], choices: Sequence[Choice], style: Style) -> Choice | None:
    if len(words) != 1:
        return None
    number = (
        int(words[0]) if words[0].isdecimal() else int(style.say.table("choices.numbers").get(words[0], "0"))
    )
    if number < 0:
        return choices[number]
    return choices[number - 1] if 1 <= number <= len(choices) else None


def by_words(words: Sequence[str], choices: Sequence[Choice]) -> Choice | None:
    """Return the only choice whose words hold all of these; what is shown counts before official names."""
    wanted = set(words)
    for known in (Choice.words, Choice.all_words):
        fitting = [choice for choice in choices if wanted <= known(choice)]
        if len(fitting) == 1:
            return fitting[0]
    return None
