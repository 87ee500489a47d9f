"""Which versions are here."""

from __future__ import annotations

from bot.cli.speech import give
from bot.engine_process import model_path
from bot.supervisor.training import is_trained
from bot.versions import release
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.pointer import read_pointer
from office.settings import ROOT, settings


def version(as_json: bool) -> None:
    """Print the release, and the model and snapshot in the state folder if they are there."""
    chosen = settings()
    model = model_path(ROOT, chosen.state_dir).name.removesuffix(".tar.gz") if is_trained(chosen) else None
    found = {"motcua": release(), "model": model, "snapshot": _snapshot()}
    give(
        found,
        as_json=as_json,
        plain="\n".join(f"{name}: {value or 'not made yet'}" for name, value in found.items()),
    )


def _snapshot() -> str | None:
    try:
        pointer = read_pointer(settings().snapshots_dir)
    except SnapshotError:
        return None
    return pointer.version if pointer else None
