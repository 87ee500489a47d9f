"""Responses by name: which ones the program says, and what it can fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.checks.placeholders import KNOWN_TO_ALL
from bot.checks.source import (
    Source,
    beginnings,
    dictionary_keys,
    keywords_by_member,
    read_sources,
    texts,
)
from knowledge_base.yaml_nodes import Keys
from knowledge_base.yaml_reader import UnreadableFile, root_node
from office.settings import ROOT
from office.wording import Fault

_NAME, _BEGINNING = re.compile(r"utter_\w*[a-z0-9]"), re.compile(r"utter_\w+_")
_OF_RASA = "utter_action"
_STATUSES = "intake/data/statuses.yml"


@dataclass(frozen=True)
class Called:
    """A response that a source names, where, and the variables that can be filled in there."""

    name: str
    file: str
    line: int
    variables: frozenset[str]


def called_responses() -> Iterator[Called]:
    """Yield what actions, gateway and office say."""
    sources = read_sources("actions", "bot", "office")
    beside = _beside_faults(sources)
    for source in sources:
        variables = dictionary_keys(source) | KNOWN_TO_ALL
        for name, line in _names(source):
            yield Called(name, source.file, line, variables | beside.get(name, frozenset()))


def _beside_faults(sources: tuple[Source, ...]) -> Mapping[str, frozenset[str]]:
    """Return what the gateway fills in for a fault: ``fault(Fault.MESSAGE_TOO_LONG, limit=…)``."""
    found = (pair for source in sources for pair in keywords_by_member(source, Fault.__name__))
    return {str(Fault[member]): keywords for member, keywords in found if member in Fault.__members__}


def _names(source: Source) -> Iterator[tuple[str, int]]:
    for text, line in texts(source):
        if _NAME.fullmatch(text) and text != _OF_RASA:
            yield text, line
    for beginning, line in beginnings(source):
        if _BEGINNING.fullmatch(beginning):
            yield from ((f"{beginning}{number}", line) for number in _statuses())


def _statuses() -> tuple[str, ...]:
    """Return the official numbers; none for a file that cannot be read, which is a finding of its own."""
    try:
        node = root_node(ROOT / _STATUSES, _STATUSES)
    except UnreadableFile:
        return ()
    return tuple(node.values) if isinstance(node, Keys) else ()
