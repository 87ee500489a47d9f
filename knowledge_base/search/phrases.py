"""Finding set phrases in a text, with or without diacritics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold, syllables


@dataclass(frozen=True)
class Span:
    """A phrase found: the syllables from ``start`` up to ``end`` carry ``label``."""

    start: int
    end: int
    label: str


class PhraseBook:
    """Labelled phrases, looked up by their first folded syllable, longest first.

    A phrase is heard with its diacritics or without. A single syllable under a label of ``exact`` counts
    only as it is written: an unmarked "do" may be "đỏ" as well as "do".
    """

    def __init__(self, labelled: Iterable[tuple[str, str]], *, exact: Collection[str] = ()) -> None:
        self._exact = exact
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, label in labelled:
            words = syllables(canonical(phrase).lower())
            if words:
                self._by_first.setdefault(fold(words[0]), []).append((words, label))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def spans(self, typed: Sequence[str]) -> Iterator[Span]:
        """Yield the phrases in the syllables, left to right, the longest first, none overlapping."""
        place = 0
        while place < len(typed):
            found = self._at(typed, place)
            if found:
                yield found
                place = found.end
            else:
                place += 1

    def _at(self, typed: Sequence[str], place: int) -> Span | None:
        for words, label in self._by_first.get(fold(typed[place]), ()):
            heard = list(typed[place : place + len(words)])
            if heard == words or (len(heard) == len(words) and self._is_unmarked(heard, words, label)):
                return Span(place, place + len(words), label)
        return None

    def _is_unmarked(self, heard: Sequence[str], words: Sequence[str], label: str) -> bool:
        if len(words) == 1 and label in self._exact:
            return False
        return all(typed in (word, fold(word)) for typed, word in zip(heard, words, strict=True))
