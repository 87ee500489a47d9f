"""Texts in which people marked the misspellings: what reading changes of the rest, and mends of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from knowledge_base.evaluation.reading.alignment import read, taken_for, written

MISTAKES_FILE: Final = "viwiki-spelling.json"
"""Viwiki-spelling (CC BY 4.0): JSON lines with ``text`` and ``mistakes`` (text, start_offset, suggest)."""
_SENTENCE = re.compile(r"(?:[^\n.!?;]|[.!?;](?=\S))+[.!?;]*")
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True)
class Mistake:
    """Where a mistake stands in its text, and what the people who marked it wrote instead."""

    start: int
    end: int
    suggested: frozenset[str]


@dataclass(frozen=True)
class MarkedText:
    """A text and its mistakes."""

    text: str
    mistakes: tuple[Mistake, ...]

    def at(self, start: int, end: int) -> Mistake | None:
        """Return the mistake that overlaps with a stretch of the text."""
        return next((one for one in self.mistakes if one.start < end and start < one.end), None)


@dataclass(frozen=True)
class Changed:
    """Syllables counted: correct ones and those of them changed, misspelt ones and those of them mended, or made worse.

    Case and the place of a tone mark do not count; a mistake counts if it is one syllable.
    """

    correct: int
    changed: int
    misspelt: int
    mended: int
    worse: int

    @property
    def share_changed(self) -> float:
        """Return the share of correct syllables that reading changes."""
        return self.changed / max(1, self.correct)

    @property
    def share_mended(self) -> float:
        """Return the share of misspelt syllables that reading puts right."""
        return self.mended / max(1, self.misspelt)


def read_marked(path: Path) -> list[MarkedText]:
    """Read the file; raises FileNotFoundError where there is none, KeyError or ValueError where it is another."""
    return [_marked(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def changed(texts: list[MarkedText]) -> Changed:
    """Read every sentence by itself, as a message would be."""
    found = [one for text in texts for one in _syllables(text)]
    correct = [(was, became) for was, became, mistake in found if mistake is None]
    wrong = [(was, became, mistake.suggested) for was, became, mistake in found if mistake]
    mended = [became in suggested for _, became, suggested in wrong]
    return Changed(
        len(correct),
        sum(was != became for was, became in correct),
        len(wrong),
        sum(mended),
        sum(was != became and became not in suggested for was, became, suggested in wrong),
    )


def _syllables(marked: MarkedText) -> Iterator[tuple[str, str, Mistake | None]]:
    for sentence in _SENTENCE.finditer(marked.text):
        was: list[str] = []
        mistakes: list[Mistake | None] = []
        for token in _TOKEN.finditer(marked.text, *sentence.span()):
            syllables = written(token[0])
            was += syllables
            mistakes += [marked.at(*token.span())] * len(syllables)
        yield from zip(was, taken_for(was, read(sentence[0])), mistakes, strict=True)


def _marked(row: dict[str, Any]) -> MarkedText:
    return MarkedText(row["text"], tuple(_mistake(one) for one in row["mistakes"]))


def _mistake(row: dict[str, Any]) -> Mistake:
    start = int(row["start_offset"])
    suggested = frozenset(" ".join(written(word)) for word in row["suggest"])
    return Mistake(start, start + len(row["text"]), suggested)
