"""Dossier codes in a message, with the place where each was typed."""

from __future__ import annotations

from bot.nlu.entities.found import Found
from knowledge_base.vietnamese.characters import clean
from office.dossier_code import locate_dossier_codes

ENTITY = "dossier_code"


def read_dossier_codes(text: str) -> list[Found]:
    """Return the codes of a text in order, each once; ``text`` is as it was typed, so spans count its characters."""
    read = clean(text)
    found: dict[str, Found] = {}
    for start, end, code in locate_dossier_codes(read):
        first, after = _typed_at(text, start + 1) - 1, _typed_at(text, end)
        found.setdefault(str(code), Found(ENTITY, str(code), first, after, text[first:after]))
    return list(found.values())


def _typed_at(text: str, length: int) -> int:
    """Return how much of a text must be read for so many letters of what is left of it; found by halving."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(clean(text[:middle])) >= length:
            high = middle
        else:
            low = middle + 1
    return low
