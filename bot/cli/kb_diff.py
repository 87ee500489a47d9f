"""What differs between two snapshots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from knowledge_base.publishing.difference import Difference, difference
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.kept import folder_named
from knowledge_base.publishing.reading import checked_manifest
from office.settings import settings


def diff(before: str, after: str, as_json: bool) -> None:
    """Print new, changed and gone procedures of one version against another."""
    try:
        old, new = _whole(before), _whole(after)
        found = difference(old, new)
    except SnapshotError as error:
        fail(str(error), ExitCode.FINDINGS)
    told = {"before": old.name, "after": new.name, **asdict(found)}
    give(told, as_json=as_json, plain="\n".join(difference_lines(found)))


def difference_lines(found: Difference, at_most: int | None = None) -> Iterator[str]:
    """Yield the counts, then each procedure on a line, ``at_most`` of a kind."""
    yield f"{len(found.new)} new, {len(found.changed)} changed, {len(found.gone)} gone"
    yield from _some([f"new {code} {name}" for code, name in found.new.items()], at_most)
    yield from _some([f"changed {code}: {', '.join(of)}" for code, of in found.changed.items()], at_most)
    yield from _some([f"gone {code} {name}" for code, name in found.gone.items()], at_most)
    if found.files:
        yield f"other files that differ: {', '.join(found.files)}"


def _whole(name: str) -> Path:
    folder = folder_named(settings().snapshots_dir, name)
    checked_manifest(folder)
    return folder


def _some(lines: Sequence[str], at_most: int | None) -> Iterator[str]:
    shown = lines if at_most is None else lines[:at_most]
    yield from shown
    if len(shown) < len(lines):
        yield f"… and {len(lines) - len(shown)} more: motcua kb diff BEFORE AFTER"
