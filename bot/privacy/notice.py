"""What a citizen is told before agreeing, in versions that a receipt can name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.privacy.purpose import Purpose
from office.settings import Settings

FILE = Path(__file__).with_name("notices.yml")


@dataclass(frozen=True)
class Notice:
    """One wording as it is shown."""

    version: str
    text: str

    @property
    def digest(self) -> bytes:
        """SHA-256 of the very text: a receipt proves what was shown, also after a setting has changed it."""
        return hashlib.sha256(self.text.encode()).digest()


@dataclass(frozen=True)
class Notices:
    """The newest wording of every purpose, and what is said around them."""

    by_purpose: dict[Purpose, Notice]
    title: str
    without: str
    in_words: str

    @classmethod
    def of(cls, settings: Settings) -> Notices:
        """Return them with the periods of the settings."""
        known, days = _file(), f"{settings.transcript_days:g}"
        newest = {purpose: known["notices"][purpose.value][-1] for purpose in Purpose}
        shown = {
            purpose: Notice(notice["version"], notice["text"].format(days=days))
            for purpose, notice in newest.items()
        }
        texts = {purpose.value: notice.text for purpose, notice in shown.items()}
        return cls(shown, known["title"], known["without"], known["in_words"].format(**texts))


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    known: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return known
