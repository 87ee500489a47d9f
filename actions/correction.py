"""A slip that is put right: "không phải thường trú, tạm trú cơ", "khai tử chứ không phải khai sinh"."""

from __future__ import annotations

from actions.phrases import Phrases
from knowledge_base.vietnamese.folding import fold

_STOPS = ",.:;!?"
_TURNED_DOWN_AT_MOST = 7
"""Words between "không phải" and what is meant instead."""


def corrected(text: str, say: Phrases) -> str | None:
    """Return what is meant instead of what is turned down, or None where nothing is put right so."""
    words = text.split()
    meant = _without_afterthought(words, say) or _after_denial(words, say)
    return " ".join(_without_particle(meant, say)) if meant else None


def _without_afterthought(words: list[str], say: Phrases) -> list[str]:
    """Cut "… chứ không phải khai sinh" out, up to the next comma."""
    for place in range(1, len(words)):
        if length := _begins(words[place:], say.words("talk.and_not")):
            rest = words[place + length :]
            end = next((n for n, word in enumerate(rest) if word[-1] in _STOPS), len(rest) - 1)
            return [*words[:place], *rest[end + 1 :]] if rest else []
    return []


def _after_denial(words: list[str], say: Phrases) -> list[str]:
    """Return what follows "không phải thường trú," or "không phải thường trú mà là"."""
    length = _begins(words, say.words("talk.it_is_not"))
    if not length:
        return []
    for place in range(length, min(len(words) - 1, length + _TURNED_DOWN_AT_MOST)):
        if joint := _begins(words[place:], say.words("talk.but")):
            return words[place + joint :] if place > length else []
        if words[place][-1] in _STOPS:
            after = words[place + 1 :]
            return after[_begins(after, say.words("talk.but")) :]
    return []


def _without_particle(words: list[str], say: Phrases) -> list[str]:
    is_particle = len(words) > 1 and _plain(words[-1]) in say.words("talk.particles")
    return words[:-1] if is_particle else words


def _begins(words: list[str], phrases: tuple[str, ...]) -> int:
    """Return how many words the longest phrase has that the words begin with."""
    folded = [_plain(word) for word in words[:5]]
    lengths = (len(phrase.split()) for phrase in phrases if folded[: len(phrase.split())] == phrase.split())
    return max(lengths, default=0)


def _plain(word: str) -> str:
    return fold(word).strip(_STOPS)
