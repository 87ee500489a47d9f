"""The snapshots that are kept."""

from __future__ import annotations

from typing import Any

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_publish import counted, described
from bot.cli.speech import fail, give
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.kept import Kept, kept_snapshots
from knowledge_base.publishing.pointer import Pointer, read_pointer
from office.settings import settings


def snapshots(as_json: bool) -> None:
    """Print version, time, counts and whether it is current or was before, the one built last first."""
    root = settings().snapshots_dir
    try:
        pointer = read_pointer(root)
    except SnapshotError as error:
        fail(str(error), ExitCode.FINDINGS)
    kept = kept_snapshots(root)
    told = {
        "current": pointer.version if pointer else None,
        "before": list(pointer.before) if pointer else [],
        "loss_accepted_because": pointer.loss_accepted_because if pointer else "",
        "snapshots": [_described(snapshot) for snapshot in kept],
    }
    lines = [_line(snapshot, pointer) for snapshot in kept]
    give(
        told,
        as_json=as_json,
        plain="\n".join(lines) or "No snapshot was published yet; run: motcua kb publish",
    )


def _described(snapshot: Kept) -> dict[str, Any]:
    told = described(snapshot.manifest) if snapshot.manifest else {"version": snapshot.version}
    return {**told, "damage": snapshot.damage or None}


def _line(snapshot: Kept, pointer: Pointer | None) -> str:
    manifest = snapshot.manifest
    what = f"{manifest.built_at[:16]}  {counted(manifest)}" if manifest else f"damaged: {snapshot.damage}"
    return "  ".join(filter(None, [snapshot.version, what, _standing(snapshot.version, pointer)]))


def _standing(version: str, pointer: Pointer | None) -> str:
    if pointer and version == pointer.version:
        reason = pointer.loss_accepted_because
        return "current" + (f" (loss accepted: {reason})" if reason else "")
    return "the one before" if pointer and version in pointer.before[-1:] else ""
