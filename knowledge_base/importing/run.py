"""One run of an import over any files: reading goes on whatever is wrong with one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge_base.importing.files import Found, files_under
from knowledge_base.importing.gathering import Gathering
from knowledge_base.importing.journal import Journal
from knowledge_base.importing.limits import LIMITS, Limits
from knowledge_base.importing.parsed import Origin, Parsed

Advance = Callable[[int], None]


def gather(
    paths: Iterable[Path],
    today: date,
    journal: Journal,
    advance: Advance,
    *,
    fetched: date | None = None,
    limits: Limits = LIMITS,
) -> Gathering:
    """Read every file under the paths; ``advance`` hears how many are done.

    ``fetched`` stands for the days of the files themselves.
    """
    gathering = Gathering()
    for done, found in enumerate(files_under(paths, today, limits), 1):
        origin = Origin(found.origin.file, fetched) if fetched else found.origin
        _take(replace(found, origin=origin), gathering, journal, limits)
        advance(done)
    return gathering


def _take(found: Found, gathering: Gathering, journal: Journal, limits: Limits) -> None:
    if found.problem is not None:
        gathering.refuse(found.origin.file, found.problem)
        return
    for read in journal.read(found.content, found.origin, limits):
        if isinstance(read, Parsed):
            gathering.add(read)
        else:
            gathering.refuse(found.origin.file, read)
