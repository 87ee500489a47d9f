"""What a message begins with before it says what it wants: "à nhầm,", "không phải, ý tôi là", "quay lại vụ"."""

from __future__ import annotations

from dataclasses import dataclass

from actions.phrases import Phrases
from knowledge_base.vietnamese.folding import fold

_STOPS = ",.:;!?"


@dataclass(frozen=True)
class Opening:
    """The text without its opening; whether the opening turned down what was said before."""

    rest: str
    is_denial: bool = False


def opened(text: str, say: Phrases) -> Opening:
    """Take every opening off a text that goes on after it; a text that is nothing else stays whole."""
    words, is_denial = _asked_on(text.split(), say), False
    while taken := _opening(words, say):
        is_denial = is_denial or _plain(words[:taken]) in say.words("talk.denials")
        words = words[taken:]
    return Opening(" ".join(words), is_denial)


def _asked_on(words: list[str], say: Phrases) -> list[str]:
    """Leave out what is told before it is asked on: "tôi vừa đi ăn về, hỏi tiếp phí bao nhiêu"."""
    for start in range(1, len(words)):
        lengths = [
            length
            for length in (2, 3, 4)
            if _plain(words[start : start + length]) in say.words("talk.asks_on")
        ]
        if lengths and words[start - 1][-1] in _STOPS and start + max(lengths) < len(words):
            return words[start + max(lengths) :]
    return words


def _opening(words: list[str], say: Phrases) -> int:
    """Return how many words the longest opening takes; it must leave something."""
    for length in range(min(5, len(words) - 1), 0, -1):
        phrase, is_set_off = _plain(words[:length]), words[length - 1][-1] in _STOPS
        if phrase in say.words("talk.leads"):
            return length
        if is_set_off and (phrase in say.words("talk.openings") or phrase in say.words("talk.denials")):
            return length
    return 0


def _plain(words: list[str]) -> str:
    return " ".join(fold(word).strip(_STOPS) for word in words)
