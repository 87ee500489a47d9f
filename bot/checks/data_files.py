"""Check that the data files beside the code can be read at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from knowledge_base.findings import Finding
from knowledge_base.yaml_reader import UnreadableFile, root_node

_FOLDERS = ("knowledge_base", "bot", "intake", "office")
_CHECKED_ELSEWHERE = (
    "knowledge_base/procedures",
    "knowledge_base/aliases",
    "bot/api/problems.yml",
    "intake/made_up.yml",
)


def check_data_files(root: Path) -> list[Finding]:
    """Return the files of words and tables that are no YAML; nothing that loads them can run."""
    return [finding for path in _files(root) for finding in _unreadable(path, str(path.relative_to(root)))]


def _files(root: Path) -> Iterator[Path]:
    for path in (path for folder in _FOLDERS for path in sorted((root / folder).rglob("*.yml"))):
        if not str(path.relative_to(root)).startswith(_CHECKED_ELSEWHERE):
            yield path


def _unreadable(path: Path, file: str) -> Iterator[Finding]:
    try:
        root_node(path, file)
    except UnreadableFile as error:
        yield error.finding
