"""What a question finds in the knowledge base."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.cli.terminal import progress_of
from bot.knowledge import is_knowledge_published, publish_knowledge, search_over
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.reading import read_current
from knowledge_base.search.result import Candidate
from knowledge_base.snapshot import Snapshot
from office.settings import Settings, settings


def search(text: str, as_json: bool) -> None:
    """Print the verdict and the candidates, best first, from the files as they are now."""
    if not any(map(str.isalnum, text)):
        fail("There is nothing to search for: TEXT holds no word. Give a question.", ExitCode.USAGE)
    try:
        with _snapshot_of_the_files(settings()) as snapshot:
            found = search_over(snapshot, settings()).find(text)
            names = [snapshot.procedures[candidate.code].short_name for candidate in found.candidates]
    except (SnapshotError, StoreError) as error:
        fail(f"The knowledge cannot be searched.\n{error}", ExitCode.FINDINGS)
    lines = [
        f"{c.code}  {c.score:.2f}  {name}  "
        + " ".join(f"{part}={value:.2f}" for part, value in c.parts.items())
        for c, name in zip(found.candidates, names, strict=True)
    ]
    result = {"verdict": found.verdict, "candidates": [_told(candidate) for candidate in found.candidates]}
    give(result, as_json=as_json, plain="\n".join([found.verdict, *lines]))


def _told(candidate: Candidate) -> dict[str, Any]:
    return {"code": candidate.code, "score": candidate.score, "parts": dict(candidate.parts)}


@contextmanager
def _snapshot_of_the_files(chosen: Settings) -> Iterator[Snapshot]:
    """Hand out the snapshot that was made of these files, else one that nobody else sees."""
    pointer = read_pointer(chosen.snapshots_dir)
    if pointer and pointer.newest == pointer.version and is_knowledge_published(chosen):
        yield read_current(chosen.snapshots_dir)
        return
    with tempfile.TemporaryDirectory() as folder:
        apart = chosen.model_copy(update={"snapshots_dir": Path(folder)})
        with progress_of("Build", total=None) as advance:
            publish_knowledge(apart, advance=advance, encoding=progress_of)
        yield read_current(apart.snapshots_dir)
