"""Choices offered to a citizen, and the answer to them: a number, an ordinal in words, a code, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actions.documents import case_name, cases
from actions.style import Style
from actions.told_apart import told_apart
from actions.wording import all_said, is_said
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold, syllables

_CASE_MARK, _FILER_MARK = "#", "+"
_OFFICE_CHARACTERS = 60
"""Of the name of an office on offer; 24 of 25 in the catalogue are no longer."""
_CASE_CHARACTERS = 160
"""Of a case on offer: a procedure may have 16."""
_PROCEDURE_CODE = re.compile(r"(?<![\d.])\d\.\d{6,9}(?!\d)")


@dataclass(frozen=True)
class Choice:
    """One thing on offer. ``code`` is a procedure's, or ``<procedure>#<number>`` for one of its cases."""

    code: str
    title: str
    details: tuple[str, ...] = ()
    official: str = ""
    aliases: tuple[str, ...] = ()

    def holds(self, words: Sequence[str], style: Style) -> bool:
        """Tell whether what is known of it holds all of these words."""
        return all(_is_meant(word, self.called(), style) for word in words)

    def shown(self) -> set[str]:
        """Return the words that tell it apart at first sight."""
        return set(syllables(" ".join((self.title, *self.details)).lower()))

    def known(self) -> set[str]:
        """Return these and the words of its official name."""
        return self.shown() | set(syllables(self.official.lower()))

    def called(self) -> set[str]:
        """Return these and the words of what people call it."""
        return self.known() | set(syllables(" ".join(self.aliases).lower()))


def procedure_choice(procedure: Procedure, style: Style) -> Choice:
    """Offer a procedure by its plain name, what sets it apart, its level and its code."""
    told_apart = (procedure.distinction, *_standing(procedure, style), ", ".join(_levels(procedure, style)))
    details = (*told_apart, _office(procedure), style.say("choices.code", code=procedure.shown_code))
    official = " ".join((procedure.name, *procedure.subjects, *procedure.special_words))
    shown = tuple(detail for detail in details if detail)
    return Choice(procedure.code, procedure.short_name, shown, official, procedure.aliases)


def _levels(procedure: Procedure, style: Style) -> list[str]:
    """Return the levels without "another agency", which names nobody."""
    return [level for level in procedure.levels if fold(level) not in style.say.words("places.nobody")]


def _office(procedure: Procedure) -> str:
    """Name who carries it out where no words of ours set it apart."""
    name = next(iter(procedure.agencies.executing), "")
    return "" if procedure.is_curated or len(name) > _OFFICE_CHARACTERS else name.strip(" .;")


def _standing(procedure: Procedure, style: Style) -> Iterator[str]:
    """Say that it holds in one province only, or no more."""
    if procedure.province:
        yield style.say("choices.of_province", province=procedure.province)
    if procedure.withdrawn_on:
        yield style.say("choices.withdrawn")


def case_choices(procedure: Procedure, style: Style) -> tuple[Choice, ...]:
    """Offer the cases of a procedure, each by a name that tells it from the others."""
    indexes = cases(procedure, style)
    titles = told_apart([case_name(procedure, index, style) for index in indexes], _CASE_CHARACTERS)
    return tuple(
        Choice(f"{procedure.code}{_CASE_MARK}{index + 1}", title)
        for index, title in zip(indexes, titles, strict=True)
    )


def split_case(code: str) -> tuple[str, int | None]:
    """Return the procedure's code and the index of the case, if the choice is one."""
    procedure, _, number = code.partition(_FILER_MARK)[0].partition(_CASE_MARK)
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


def fitting(text: str, choices: Sequence[Choice], style: Style) -> tuple[Choice, ...]:
    """Return the choices that a text may answer with; none where it fits none, or all of several.

    A single choice is taken by its number, its code or a yes, never by a word that it happens to hold.
    """
    for code in named_codes(text):
        return tuple(choice for choice in choices if choice.code == code)
    if len(choices) == 1 and is_yes(text, style):
        return tuple(choices)
    words = [word for word in syllables(text.lower()) if fold(word) not in style.say.words("choices.fillers")]
    numbered = _by_number(words, choices, style)
    if numbered or not words or len(choices) == 1:
        return (numbered,) if numbered else ()
    return by_words(words, choices, style)


def is_yes(text: str, style: Style) -> bool:
    """Tell whether a text is nothing but a yes; an intent alone is not taken for one."""
    return all_said(text, style.say.words("choices.yes_words"))


def is_no(text: str, style: Style) -> bool:
    """Tell whether a text is nothing but a no: "không", "không cái nào đúng cả"."""
    refusals, around = style.say.words("choices.no_words"), style.say.words("choices.around_no")
    spoken = syllables(text.lower())
    return any(is_said(word, refusals) for word in spoken) and all_said(text, (*refusals, *around))


def is_number(text: str, style: Style) -> bool:
    """Tell whether a text is nothing but a number or an ordinal: "cái đầu tiên"."""
    words = [fold(word) for word in syllables(text.lower())]
    ordinals = style.say.table("choices.numbers")
    numbers = [word for word in words if word in ordinals or (word.isdecimal() and len(word) < 3)]
    return bool(numbers) and set(words) <= {*numbers, *style.say.words("choices.fillers")}


def _by_number(words: list[str], choices: Sequence[Choice], style: Style) -> Choice | None:
    if len(words) != 1:
        return None
    word = fold(words[0])
    number = int(word) if word.isdecimal() else int(style.say.table("choices.numbers").get(word, "0"))
    if number > len(choices) and word in style.say.words("choices.last"):
        return choices[-1]
    return choices[number - 1] if 1 <= number <= len(choices) else None


def by_words(words: Sequence[str], choices: Sequence[Choice], style: Style) -> tuple[Choice, ...]:
    """Return the choices that hold all of these words: the one, or fewer than all, that are left.

    Words side by side in a title count first, then what is shown, official names, and what people say.
    """
    titled = tuple(choice for choice in choices if _is_part(words, choice.title))
    if len(titled) == 1 and len(words) > 1:
        return titled
    left: tuple[Choice, ...] = ()
    for known in (Choice.shown, Choice.known, Choice.called):
        fits = tuple(c for c in choices if all(_is_meant(word, known(c), style) for word in words))
        if len(fits) == 1:
            return fits
        left = left or fits
    return left if len(left) < len(choices) else ()


def _is_part(words: Sequence[str], title: str) -> bool:
    """Tell whether a title holds these words side by side."""
    known = syllables(title.lower())
    starts = range(len(known) - len(words) + 1)
    return any(all(is_said(w, (known[i + n],)) for n, w in enumerate(words)) for i in starts)


def _is_meant(word: str, known: set[str], style: Style) -> bool:
    """Tell whether a word, or one that people say it for, is known."""
    others = style.say.table("choices.said_for").get(fold(word), "").split()
    return is_said(word, known) or any(other in known for other in others)
