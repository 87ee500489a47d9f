"""A message as tokens that know where they were typed: numbers, runs of letters, and what stands between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge_base.vietnamese.folding import fold
from knowledge_base.vietnamese.tone_placement import unify_tone_placement

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_UNREAD = {"Cc", "Cf", "Cs"}


@dataclass(frozen=True)
class Token:
    """A run of figures or of letters: in lower case, folded, and as a place of ``Typed.letters``."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True)
class Typed:
    """``letters`` is the text composed and in lower case; ``origin`` says for each where it stands in ``raw``."""

    raw: str
    letters: str
    origin: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, raw: str) -> Typed:
        """Read a text as it was sent; linear in its length."""
        letters, origin = [], []
        for letter, start, end in _composed(raw):
            letters += letter
            origin += [(start, end)] * len(letter)
        whole = "".join(letters)
        tokens = tuple(_token(match) for match in _TOKEN.finditer(whole))
        return cls(raw, whole, tuple(origin), tokens)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where these letters stand in the raw text."""
        return self.origin[start][0], self.origin[end - 1][1]

    def is_near(self, place: int) -> bool:
        """Tell whether nothing but a few spaces stands between this token and the next."""
        gap = self.letters[self.tokens[place].end : self.tokens[place + 1].start]
        return len(gap) <= 2 and not gap.strip(" ")

    def says_at(self, place: int, words: Words) -> bool:
        """Tell whether the token at this place is there and is one of the words."""
        return 0 <= place < len(self.tokens) and words.meaning(self.tokens[place]) is not None

    def is_said(self, place: int, tokens: Sequence[tuple[str, str]]) -> bool:
        """Tell whether these spelled and folded tokens stand here, one after the other in one sentence."""
        found = self.tokens[place : place + len(tokens)]
        if len(found) < len(tokens) or not all(map(_is_heard, found, tokens)):
            return False
        return all(self.is_near(number) for number in range(place, place + len(tokens) - 1))


class Words:
    """Single words with what each means; heard with their marks, or typed without any."""

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        self._spelled = {unify_tone_placement(word): meant for word, meant in meanings.items()}
        self._folded = {fold(word): meant for word, meant in reversed(meanings.items())}

    def meaning(self, token: Token) -> Any:
        """Return what the token means, None where it is none of the words."""
        found = self._spelled.get(token.text)
        return self._folded.get(token.text) if found is None and token.text.isascii() else found


class Phrases:
    """Phrases with what each means; of several at one place the longest counts."""

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        self._by_first: dict[str, list[tuple[tuple[tuple[str, str], ...], Any]]] = {}
        for phrase, meant in meanings.items():
            tokens = tuple((t, fold(t)) for t in _TOKEN.findall(unify_tone_placement(phrase.lower())))
            self._by_first.setdefault(tokens[0][1], []).append((tokens, meant))
        for same in self._by_first.values():
            same.sort(key=lambda one: -len(one[0]))

    def at(self, typed: Typed, place: int) -> tuple[int, Any]:
        """Return how many tokens the longest phrase takes that stands at a token, and its meaning; (0, None)."""
        if not 0 <= place < len(typed.tokens):
            return 0, None
        for tokens, meant in self._by_first.get(typed.tokens[place].folded, ()):
            if typed.is_said(place, tokens):
                return len(tokens), meant
        return 0, None

    def ending_before(self, typed: Typed, place: int) -> tuple[int, Any]:
        """Return the longest phrase that ends right before a token, as ``at`` does."""
        for start in range(max(place - 4, 0), place):
            length, meant = self.at(typed, start)
            if start + length == place:
                return length, meant
        return 0, None


def _is_heard(token: Token, word: tuple[str, str]) -> bool:
    return token.text in word if token.text.isascii() else token.text == word[0]


def _token(match: re.Match[str]) -> Token:
    word = unify_tone_placement(match[0])
    return Token(word, fold(word), *match.span())


def _composed(raw: str) -> Iterable[tuple[str, int, int]]:
    """Yield each letter with its marks, composed and in lower case, with its place."""
    start = 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        if unicodedata.category(raw[start]) in _UNREAD:
            letter = " " if raw[start].isspace() else ""
        else:
            letter = unicodedata.normalize("NFKC", raw[start:end]).lower()
        yield letter, start, end
        start = end
