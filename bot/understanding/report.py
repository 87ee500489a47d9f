"""What an evaluation found, as data, and written to a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.understanding.errand import draw
from bot.understanding.evaluation import Measured
from bot.understanding.page import page

CROSSED: Final = "cross-validated"
HELD_OUT: Final = "held out"
ENTITIES: Final = "entities"


@dataclass(frozen=True)
class Report:
    """``measured`` by pipeline and then by what was asked; ``in_both`` texts of the test were trained on.

    ``left_out`` tells by pipeline why it could not be measured.
    """

    train: str
    test: str
    examples: int
    tested: int
    in_both: int
    measured: Mapping[str, Mapping[str, Measured]]
    left_out: Mapping[str, str]

    def as_data(self) -> dict[str, Any]:
        """Return plain data: every figure, and of the texts those that were read wrongly."""
        return {
            "train": self.train,
            "test": self.test,
            "examples": self.examples,
            "tested": self.tested,
            "in_both": self.in_both,
            "left_out": dict(self.left_out),
            "measured": {
                pipeline: {asked: _as_data(one) for asked, one in by_asked.items()}
                for pipeline, by_asked in self.measured.items()
            },
        }


def write(report: Report, folder: Path) -> Path:
    """Write report.json, the plots and index.html, which is returned; raises ErrandFailed."""
    folder.mkdir(parents=True, exist_ok=True)
    told = report.as_data()
    (folder / "report.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    plots = list(_plots(report))
    draw(plots, folder)
    index = folder / "index.html"
    index.write_text(page(told, [(plot["title"], folder / plot["file"]) for plot in plots]), "utf-8")
    return index


def _as_data(one: Measured) -> dict[str, Any]:
    told: dict[str, Any] = {
        name: asdict(getattr(one, name))
        if name in ("right", "scope", "cost")
        else _by_name(getattr(one, name))
        for name in ("right", "scope", "cost", "entities", "noises")
    }
    told["mistakes"] = [
        {"text": text.text, "intent": text.intent, "read": read.best, "confidence": round(read.confidence, 3)}
        for text, read in zip(one.texts, one.predicted, strict=True)
        if text.intent != read.best
    ]
    return told


def _by_name(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: asdict(part) for name, part in parts.items()}


def _plots(report: Report) -> Iterator[dict[str, Any]]:
    for number, (pipeline, by_asked) in enumerate(report.measured.items()):
        for asked, one in by_asked.items():
            if asked == ENTITIES:
                continue
            name = f"{number}-{asked.replace(' ', '-')}"
            title = f"{pipeline}, {asked}"
            yield {"kind": "confusion", "file": f"confusion-{name}.png", "title": title, **_confusion(one)}
            yield {"kind": "confidence", "file": f"confidence-{name}.png", "title": title, **_confidence(one)}


def _confusion(one: Measured) -> dict[str, Any]:
    wanted = [text.intent for text in one.texts]
    read = [predicted.best or "none" for predicted in one.predicted]
    intents = sorted({*wanted, *read})
    place = {intent: at for at, intent in enumerate(intents)}
    counts = np.zeros((len(intents), len(intents)), int)
    for want, got in zip(wanted, read, strict=True):
        counts[place[want], place[got]] += 1
    return {"intents": intents, "counts": counts.tolist()}


def _confidence(one: Measured) -> dict[str, Any]:
    by_right: dict[bool, list[float]] = {True: [], False: []}
    for text, read in zip(one.texts, one.predicted, strict=True):
        by_right[text.intent == read.best].append(read.confidence)
    return {"right": by_right[True], "wrong": by_right[False]}
