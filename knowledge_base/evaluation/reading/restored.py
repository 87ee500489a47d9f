"""How much of a text the canonicaliser restores after each noise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.evaluation.reading.alignment import read, right, written

Noise = Callable[[str], str]


@dataclass(frozen=True)
class Restored:
    """Of ``syllables`` meant, how many are right ``before`` and ``after`` reading."""

    syllables: int
    before: int
    after: int

    @property
    def share_before(self) -> float:
        """Return the share that is right as it was typed."""
        return self.before / self.syllables

    @property
    def share_after(self) -> float:
        """Return the share that is right once it was read."""
        return self.after / self.syllables

    @property
    def of_damaged(self) -> float:
        """Return the share of the damaged ones that was restored; below 0 if reading did more harm than good."""
        return (self.after - self.before) / max(1, self.syllables - self.before)


def restored(texts: Sequence[str], noises: Mapping[str, Noise]) -> dict[str, Restored]:
    """Type every text with every noise and read it; what is meant is the text as it is read without noise."""
    meant = [read(text) for text in texts]
    return {name: _restored(texts, meant, noise) for name, noise in noises.items()}


def _restored(texts: Sequence[str], meant: Sequence[Sequence[str]], noise: Noise) -> Restored:
    typed = [noise(text) for text in texts]
    return Restored(
        sum(map(len, meant)),
        sum(right(wanted, written(text)) for wanted, text in zip(meant, typed, strict=True)),
        sum(right(wanted, read(text)) for wanted, text in zip(meant, typed, strict=True)),
    )
