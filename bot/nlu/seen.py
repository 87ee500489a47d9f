"""What the intent model sees of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold
from office.dossier_code import locate_dossier_codes

NUMBER: Final = "xnumberx"
_PROCEDURE_CODE = re.compile(r"\b\d\.\d{6}\S*")
_LONG_NUMBER = re.compile(r"\S*\d{3,}\S*")
_WORD = re.compile(r"[^\W_]+")
_BEGINNING, _END = "<", ">"


@dataclass(frozen=True)
class Seen:
    """A text folded, and in lower case with its marks; ``marked`` is empty where it was typed without any."""

    folded: str
    marked: str


def seen_in(text: str) -> Seen:
    """Return the views of a text: canonical, every dossier code the same word, so procedure codes, numbers."""
    read = canonical(text)
    for start, end, _ in reversed(locate_dossier_codes(read)):
        read = f"{read[:start]} xdossierx {read[end:]}"
    folded, marked = fold(read), read.lower()
    return Seen(_without_figures(folded), "" if folded == marked else _without_figures(marked))


def words_of(text: str) -> list[str]:
    """Return the words of a view."""
    return _WORD.findall(text)


def words_and_pairs(text: str) -> list[str]:
    """Return words and pairs of neighbours; the first and the last word are paired with the ends of the text."""
    words = words_of(text)
    if not words:
        return []
    walled = [_BEGINNING, *words, _END]
    return [*words, *(f"{one} {other}" for one, other in pairwise(walled))]


def _without_figures(text: str) -> str:
    return _LONG_NUMBER.sub(NUMBER, _PROCEDURE_CODE.sub("xprocedurex", text))
