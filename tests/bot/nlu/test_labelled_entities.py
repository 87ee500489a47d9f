"""Entities on labelled texts that the tables were not made from: precision and recall, an F1 for each kind."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.entities.applicants import read_applicants
from bot.nlu.entities.dates import read_dates
from bot.nlu.entities.places import read_places
from bot.nlu.entities.sums import read_sums
from knowledge_base.gazetteer.gazetteer import Gazetteer
from tests.world.engine import ROOT

FILES = [ROOT / "tests" / "entities" / f"{name}.yml" for name in ("applicant", "date", "money", "place")]
F1_AT_LEAST = 0.95
TODAY = date(2026, 11, 25)
_MARKED = re.compile(r"\[(?P<text>[^\]]+)\](?:\((?P<entity>\w+)\)|(?P<more>\{[^}]*\}))")


def labelled(file: Path) -> list[tuple[str, set[tuple[str, int, int]], dict[int, Any]]]:
    """Return each text with its entities as kind, start and end, and the values that are given, by start."""
    blocks = yaml.safe_load(file.read_text("utf-8"))["nlu"]
    lines = [line.removeprefix("- ") for block in blocks for line in block["examples"].splitlines()]
    return [plain(line) for line in lines]


def plain(line: str) -> tuple[str, set[tuple[str, int, int]], dict[int, Any]]:
    text, wanted, values, end = "", set(), {}, 0
    for match in _MARKED.finditer(line):
        text += line[end : match.start()]
        more = json.loads(match["more"]) if match["more"] else {"entity": match["entity"]}
        wanted.add((more["entity"], len(text), len(text) + len(match["text"])))
        if "value" in more:
            values[len(text)] = more["value"]
        text, end = text + match["text"], match.end()
    return text + line[end:], wanted, values


def read(text: str) -> list[Any]:
    return [
        *read_applicants(text),
        *read_dates(text, TODAY),
        *read_sums(text),
        *read_places(text, Gazetteer()),
    ]


def test_every_kind_is_read_where_it_stands_and_nowhere_else() -> None:
    right, wanted_in_all, read_in_all, misses = Counter[str](), Counter[str](), Counter[str](), []
    for text, wanted, _ in (row for file in FILES for row in labelled(file)):
        wanted = {one for one in wanted if one[0] != "dossier_code"}
        found = {(one.entity, one.start, one.end) for one in read(text)}
        right.update(kind for kind, _, _ in wanted & found)
        wanted_in_all.update(kind for kind, _, _ in wanted)
        read_in_all.update(kind for kind, _, _ in found)
        misses += [(text, sorted(wanted - found), sorted(found - wanted))] if wanted != found else []
    scores = {kind: 2 * right[kind] / (wanted_in_all[kind] + read_in_all[kind]) for kind in wanted_in_all}
    assert min(scores.values()) >= F1_AT_LEAST, (scores, misses)


def test_values_that_are_given_are_the_normal_forms() -> None:
    for text, _, values in (row for file in FILES for row in labelled(file)):
        read_values = {one.start: str(one.value) for one in read(text)}
        assert {start: read_values.get(start) for start in values} == values, text
