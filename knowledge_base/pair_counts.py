"""Count the neighbouring syllables of the project's own texts: ``python -m knowledge_base.pair_counts``.

Writes what the canonicaliser tells misspellings by. No question of an evaluation and no text from outside is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.official.names import official_names
from knowledge_base.vietnamese.characters import clean
from knowledge_base.vietnamese.tone_placement import unify_tone_placement
from knowledge_base.vietnamese.written_pairs import PAIRS_FILE, lines_of

_ROOT = Path(__file__).parents[1]
_COUNTED = (
    "knowledge_base/aliases/*.yml",
    "knowledge_base/procedures/*/*.yml",
    "knowledge_base/glossary/*.yml",
    "knowledge_base/search/data/*.yml",
    "nlu_data/intents/**/*.yml",
    "nlu_data/phrases/*.yml",
    "nlu_data/domain/responses/*.yml",
)
_EVERYDAY = PAIRS_FILE.with_name("everyday.yml")
_KEPT_FROM = 2
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ROW = re.compile(r"[^\w\s]|\d+")
_WORD = re.compile(r"[^\W\d_]+")
_HEADER = """\
# Syllables of the project's own texts, each with those that follow it and the power of two of how often: made by
# python -m knowledge_base.pair_counts, never by hand. What is no such pair and should be goes to everyday.yml.
"""


def count() -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how often each lower-case syllable, and each pair of neighbours, stands in texts with diacritics."""
    singles, pairs = Counter[str](), Counter[tuple[str, str]]()
    for text in _texts():
        for row in _ROW.split(unify_tone_placement(clean(text)).lower()):
            words = [] if row.isascii() else _WORD.findall(row)
            singles.update(words)
            pairs.update(pairwise(words))
    for said in yaml.load(_EVERYDAY.read_text("utf-8"), _LOADER):  # noqa: S506 (a safe loader)
        words = said.split()
        singles |= Counter(dict.fromkeys(words, _KEPT_FROM))
        pairs |= Counter(dict.fromkeys(pairwise(words), _KEPT_FROM))
    return singles, pairs


def kept(
    singles: Counter[str], pairs: Counter[tuple[str, str]]
) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """Leave out what was seen once: as likely a slip as a word."""
    known = {word: count for word, count in singles.items() if count >= _KEPT_FROM}
    return known, {pair: count for pair, count in pairs.items() if count >= _KEPT_FROM}


def write(path: Path = PAIRS_FILE) -> None:
    """Write the table."""
    path.write_text(_HEADER + "".join(f"{line}\n" for line in lines_of(*kept(*count()))), "utf-8")


def _texts() -> Iterator[str]:
    yield from official_names().values()
    for pattern in _COUNTED:
        for path in sorted(_ROOT.glob(pattern)):
            yield from _strings(yaml.load(path.read_text("utf-8"), _LOADER))  # noqa: S506 (a safe loader)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield from node.splitlines()
    elif isinstance(node, dict):
        for part in node.values():
            yield from _strings(part)
    elif isinstance(node, list):
        for part in node:
            yield from _strings(part)


if __name__ == "__main__":
    write()
