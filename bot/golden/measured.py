"""How often turns and whole conversations are as written, with intervals, by topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any

from bot.golden.held import Held

_Z = 1.959964
"""Of a two-sided interval of 95%."""


@dataclass(frozen=True)
class Share:
    """``right`` of ``count`` with Wilson's interval of 95%, from 0 to 1; it is not a point where all are right."""

    right: int
    count: int
    value: float
    low: float
    high: float

    def __str__(self) -> str:
        span = f"[{100 * self.low:.1f}, {100 * self.high:.1f}]"
        return f"{self.right} of {self.count}, {100 * self.value:.1f} {span}"


@dataclass(frozen=True)
class Measured:
    """The shares of all and of each topic."""

    turns: Share
    conversations: Share
    topics: dict[str, tuple[Share, Share]]


def share(right: int, count: int) -> Share:
    """Return the share; of nothing it is 0, anything is possible."""
    if not count:
        return Share(0, 0, 0.0, 0.0, 1.0)
    value, spread = right / count, _Z * _Z / count
    middle = (value + spread / 2) / (1 + spread)
    half = _Z * sqrt(value * (1 - value) / count + spread / (4 * count)) / (1 + spread)
    return Share(right, count, value, max(0.0, middle - half), min(1.0, middle + half))


def measured(held: Sequence[Held]) -> Measured:
    """Count what is as written."""
    topics = sorted({one.conversation.topic for one in held})
    by_topic = {topic: [one for one in held if one.conversation.topic == topic] for topic in topics}
    return Measured(*_shares(held), {topic: _shares(of_it) for topic, of_it in by_topic.items()})


def _shares(held: Sequence[Held]) -> tuple[Share, Share]:
    turns = [turn for one in held for turn in one.turns]
    right = share(sum(not turn.misses for turn in turns), len(turns))
    return right, share(sum(one.is_as_written for one in held), len(held))


def as_data(told: Measured, held: Sequence[Held], left_out: dict[str, str]) -> dict[str, Any]:
    """Return what is written as JSON: the shares, every conversation as it went, what was left out and why."""
    shares = {
        "turns": asdict(told.turns),
        "conversations": asdict(told.conversations),
        "topics": {
            topic: {"turns": asdict(turns), "conversations": asdict(whole)}
            for topic, (turns, whole) in told.topics.items()
        },
    }
    return {**shares, "left_out": left_out, "held": [_conversation(one) for one in held]}


def _conversation(one: Held) -> dict[str, Any]:
    return {
        "title": one.conversation.title,
        "topic": one.conversation.topic,
        "file": one.conversation.file,
        "line": one.conversation.line,
        "is_as_written": one.is_as_written,
        "turns": [
            {
                "line": turn.turn.line,
                "said": turn.turn.said[:2000],
                "expected": dict(turn.turn.expected),
                "answer": turn.answer,
                "misses": [asdict(miss) for miss in turn.misses],
            }
            for turn in one.turns
        ],
    }
