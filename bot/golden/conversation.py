"""Golden conversations: what is said, what must come back. docs/conversations.md has the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from office.settings import ROOT

FOLDER = ROOT / "tests" / "conversations"
MADE_UP = ROOT / "intake" / "made_up.yml"


@dataclass(frozen=True)
class Turn:
    """What is said and, by the names of ``bot.golden.expectations.EXPECTED``, what must come back.

    ``before``: what happens first, ``restart_engine``. ``after_days``: how long nobody has spoken.
    ``remember``: the name under which the answer's text is kept for ``same_as``.
    """

    said: str
    expected: Mapping[str, Any]
    line: int = 1
    before: str = ""
    after_days: int = 0
    remember: str = ""

    @property
    def meddles(self) -> bool:
        """Whether more is needed than to speak: a part restarted, days gone by."""
        return bool(self.before or self.after_days)


@dataclass(frozen=True)
class Conversation:
    """Turns in their order; ``topic`` is the file's name where none is written, ``needs`` a part of the set-up."""

    title: str
    topic: str
    turns: tuple[Turn, ...]
    file: str
    line: int = 1
    needs: str = ""


def lookup_keys() -> dict[str, str]:
    """Return the look-up key of each made-up dossier by its code."""
    dossiers = yaml.safe_load(MADE_UP.read_text("utf-8"))["dossiers"]
    return {dossier["code"]: str(dossier["lookup_key"]) for dossier in dossiers}


def files_of(folder: Path = FOLDER) -> list[Path]:
    """Return the files of golden conversations."""
    return sorted(folder.glob("*.yml"))
