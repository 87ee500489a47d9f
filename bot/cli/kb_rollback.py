"""Go back to a snapshot that is kept."""

from __future__ import annotations

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_publish import counted, described
from bot.cli.speech import fail, give
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.manifest import read_manifest
from knowledge_base.publishing.rollback import roll_back
from office.settings import settings


def rollback(version: str, as_json: bool) -> None:
    """Make the version current, or the one before, and print which it is."""
    root = settings().snapshots_dir
    try:
        pointer = roll_back(root, version)
        manifest = read_manifest(root / pointer.version)
    except SnapshotError as error:
        fail(str(error), ExitCode.FINDINGS)
    before = pointer.before[-1] if pointer.before else None
    give(
        {**described(manifest), "before": before},
        as_json=as_json,
        plain=f"snapshot {pointer.version} of {manifest.built_at[:10]} is current: {counted(manifest)}\n"
        f"before it: {before or 'none'}",
    )
