"""The tables of an evaluation, the same for the terminal and the page: titles, heads and rows of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORST = 25


@dataclass(frozen=True)
class Table:
    """A title, the names of its columns, its rows."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def tables(told: Mapping[str, Any]) -> Iterator[Table]:
    """Yield the tables of a report's data."""
    asked = [
        (f"{pipeline}, {name}", one)
        for pipeline, by_asked in told["measured"].items()
        for name, one in by_asked.items()
    ]
    yield Table(
        "Intents, in % with 95% intervals; decided: refused counts as wrong",
        ("", "texts", "accuracy", "macro-F1", "decided"),
        [
            (name, str(one["right"]["accuracy"]["count"]), *_rightness(one["right"]))
            for name, one in asked
            if one["right"]["accuracy"]["count"]
        ],
    )
    yield Table(
        "Out of scope: false answers of those out of it, refusals of those in it, in %",
        ("", "false answers", "refused"),
        [(name, _share(one["scope"]["answered"]), _share(one["scope"]["refused"])) for name, one in asked],
    )
    for name, one in asked:
        yield from _of_one(name, one)
    yield _costs(asked)


def _of_one(name: str, one: Mapping[str, Any]) -> Iterator[Table]:
    if one["noises"]:
        yield Table(
            f"With noise: {name}",
            ("noise", "accuracy", "macro-F1", "decided", "retention", "false answers", "refused"),
            [_noise(noise, told) for noise, told in one["noises"].items()],
        )
    if one["entities"]:
        yield Table(
            f"Entities: {name}",
            ("kind", "labelled", "precision", "recall", "F1"),
            [
                (
                    kind,
                    str(told["f1"]["count"]),
                    f"{100 * told['precision']:.1f}",
                    f"{100 * told['recall']:.1f}",
                    _share(told["f1"]),
                )
                for kind, told in one["entities"].items()
            ],
        )
    if one["scope"]["answered"]["count"]:
        yield Table(
            f"With another limit of confidence: {name}",
            ("limit", "refused in scope", "answered out of scope"),
            [
                (f"{row['limit']:g}", _share(row["refused"]), _share(row["answered"]))
                for row in one["scope"]["limits"]
            ],
        )
    yield Table(f"Most often confused: {name}", ("labelled", "read as", "texts"), _confused(one["mistakes"]))


def _noise(noise: str, told: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        noise,
        *_rightness(told["right"]),
        f"{told['retention']:.3f}",
        _share(told["scope"]["answered"]),
        _share(told["scope"]["refused"]),
    )


def _rightness(right: Mapping[str, Any]) -> tuple[str, str, str]:
    return _share(right["accuracy"]), _share(right["macro_f1"]), _share(right["decided"])


def _confused(mistakes: Sequence[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    counted: dict[tuple[str, str], int] = {}
    for one in mistakes:
        pair = one["intent"], one["read"] or "none"
        counted[pair] = counted.get(pair, 0) + 1
    worst = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_WORST]
    return [(*pair, str(count)) for pair, count in worst]


def _costs(asked: Sequence[tuple[str, Mapping[str, Any]]]) -> Table:
    return Table(
        "Cost, processor time: training in seconds, a text in ms, model and memory in MB",
        ("", "training", "median", "p95", "model", "memory"),
        [
            (
                name,
                f"{cost['train_seconds']:.1f}",
                f"{cost['median_ms']:.1f}",
                f"{cost['p95_ms']:.1f}",
                f"{cost['model_mb']:.1f}",
                f"{cost['memory_mb']:.0f}",
            )
            for name, cost in ((name, one["cost"]) for name, one in asked)
        ],
    )


def _share(told: Mapping[str, float]) -> str:
    if not told["count"]:
        return "–"
    return f"{100 * told['value']:.1f} [{100 * told['low']:.1f}, {100 * told['high']:.1f}]"
