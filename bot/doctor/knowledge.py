"""The knowledge: its files, the snapshot made of them, and what the running action server thinks of it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from bot.doctor.trouble import Trouble
from bot.knowledge import is_knowledge_published
from knowledge_base.knowledge import read_knowledge
from knowledge_base.publishing.errors import NothingPublished, SnapshotError
from knowledge_base.publishing.reading import read_current
from office.settings import Settings

_SECONDS = 2.0


def knowledge_troubles(settings: Settings) -> Iterator[Trouble]:
    """Yield what is wrong with the files and with the current snapshot; that none was published yet is no trouble."""
    if read_knowledge().findings:
        yield Trouble("The knowledge base has mistakes.", "motcua check")
    try:
        read_current(settings.snapshots_dir)
        if not is_knowledge_published(settings):
            yield Trouble(
                "The knowledge snapshot is older than its files or its encoder.", "motcua kb publish"
            )
    except NothingPublished:
        return
    except SnapshotError as error:
        what, _, mend = str(error).rpartition("; ")
        yield Trouble(f"{what}.", mend)
    except OSError as error:
        yield Trouble(f"{error.filename}: {error.strerror}.", "run as the account that made it")


def refused_snapshot(actions: str) -> Iterator[Trouble]:
    """Yield that the action server at this address could not take the current snapshot over, if so."""
    try:
        health = httpx.get(f"{actions}/healthz", timeout=_SECONDS, trust_env=False).json()
        refused, served = health["refused"], health["snapshot"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return
    if refused:
        yield Trouble(
            f"The action server goes on with snapshot {served}: {refused}.",
            "motcua kb publish, or motcua kb rollback",
        )
