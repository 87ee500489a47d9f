"""The building blocks of replies: words that people edit in ``nlu_data/phrases``, one file a topic."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from office.settings import ROOT

PHRASES = ROOT / "nlu_data" / "phrases"


class UnknownPhrase(LookupError):
    """No phrase, list or table of this name and kind."""


class Phrases:
    """Phrases by name: ``fees.free`` is the key ``free`` of ``fees.yml``.

    A value is a phrase with ``{variables}``, a list of words, or a table from a name of ours to words.
    """

    def __init__(self, topics: Mapping[str, Mapping[str, Any]]) -> None:
        self._entries = {
            f"{topic}.{key}": value for topic, keys in topics.items() for key, value in keys.items()
        }

    @classmethod
    def load(cls, folder: Path = PHRASES) -> Phrases:
        """Read every topic of a folder."""
        return cls(
            {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(folder.glob("*.yml"))}
        )

    def __call__(self, name: str, /, **variables: object) -> str:
        """Return a phrase with its variables filled in; raise KeyError for one that is missing."""
        phrase: str = self._entry(name, str)
        return phrase.format_map(variables).strip()

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(str(word) for word in self._entry(name, list))

    def table(self, name: str) -> dict[str, str]:
        """Return a table."""
        return {str(key): str(value) for key, value in self._entry(name, dict).items()}

    def _entry(self, name: str, kind: type) -> Any:
        entry = self._entries.get(name)
        if not isinstance(entry, kind):
            raise UnknownPhrase(name)
        return entry
