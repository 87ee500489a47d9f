"""Finding set phrases in a text, with or without diacritics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold, fold_each, syllables


@dataclass(frozen=True)
class Span:
    """A phrase found: the syllables from ``start`` up to ``end`` carry ``label``."""

    start: int
    end: int
    label: str


class PhraseBook:
    """Labelled phrases, looked up by their folded syllables, longest first.

    A phrase is heard with its diacritics or without. A single syllable under a label of ``exact`` counts
    only as it is written: an unmarked "do" may be "đỏ" as well as "do".
    """

    def __init__(self, labelled: Iterable[tuple[str, str]], *, exact: Collection[str] = ()) -> None:
        self._exact = exact
        self._phrases: dict[tuple[str, ...], list[tuple[list[str], str]]] = {}
        lengths: dict[str, set[int]] = {}
        for phrase, label in labelled:
            words = syllables(canonical(phrase).lower())
            if words:
                folded = tuple(map(fold, words))
                self._phrases.setdefault(folded, []).append((words, label))
                lengths.setdefault(folded[0], set()).add(len(words))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def spans(self, typed: Sequence[str]) -> Iterator[Span]:
        """Yield the phrases in the syllables, left to right, the longest first, none overlapping."""
        folded = tuple(fold_each(typed))
        place = 0
        while place < len(typed):
            found = self._at(typed, folded, place) if folded[place] in self._lengths else None
            if found:
                yield found
                place = found.end
            else:
                place += 1

    def _at(self, typed: Sequence[str], folded: tuple[str, ...], place: int) -> Span | None:
        for length in self._lengths[folded[place]]:
            end = place + length
            for words, label in self._phrases.get(folded[place:end], ()):
                if len(words) == length and self._is_heard(typed[place:end], words, label):
                    return Span(place, end, label)
        return None

    def _is_heard(self, heard: Sequence[str], words: Sequence[str], label: str) -> bool:
        if len(words) == 1 and label in self._exact:
            return heard[0] == words[0]
        return all(typed == word or typed.isascii() for typed, word in zip(heard, words, strict=True))
