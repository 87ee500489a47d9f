"""Texts that are all but the same: taught for two intents, or taught and then asked in the held-out twin."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from bot.checks.said import Said, SaidFile
from knowledge_base.findings import Finding
from knowledge_base.vietnamese.folding import syllables

ALIKE_FROM = 0.8
"""Share of the folded syllables of two texts that is common to both; 0.75 would find nothing else that is wrong."""
FEWEST_SYLLABLES = 4
"""Shorter texts differ by a word that decides: "nộp ở đâu", "tải ở đâu"."""


def near_duplicates(trained: Sequence[SaidFile], twins: Sequence[SaidFile]) -> Iterator[Finding]:
    """Yield each text that is all but the same as one before it of another intent, or as an example of its twin."""
    texts = [(said, file.intent, False) for file in trained for said in file.texts]
    texts += [(said, file.intent, True) for file in twins for said in file.texts]
    words = [frozenset(syllables(said.key)) for said, _, _ in texts]
    for later, before in _alike(words):
        (said, intent, is_held_out), (other, others, was_held_out) = texts[later], texts[before]
        is_same = said.key == other.key
        if not is_same and (intent != others or is_held_out != was_held_out):
            yield _finding(said, other, is_leak=is_held_out != was_held_out)


def _alike(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places whose sets of words are alike, the later one first.

    Two such sets share one of the rarest words of each, so that only few are compared.
    """
    common = Counter(word for said in words for word in said)
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for place, said in enumerate(words):
        if len(said) < FEWEST_SYLLABLES:
            continue
        rarest = sorted(said, key=lambda word: (common[word], word))[
            : len(said) - ceil(ALIKE_FROM * len(said)) + 1
        ]
        for other in sorted({before for word in rarest for before in holding[word]}):
            if len(said & words[other]) >= ALIKE_FROM * len(said | words[other]):
                yield place, other
        _hold(holding, rarest, place)


def _hold(holding: defaultdict[str, list[int]], rarest: Iterable[str], place: int) -> None:
    for word in rarest:
        holding[word].append(place)


def _finding(said: Said, other: Said, *, is_leak: bool) -> Finding:
    why = (
        "what was taught cannot tell whether the intent is recognised on texts that it was not trained on"
        if is_leak
        else "the engine cannot tell the two intents apart by it"
    )
    where = f"{other.file}:{other.line}"
    return Finding(
        said.file, said.line, f"{said.text} is all but the same as {where}", why, "delete one of them"
    )
