"""The registry of every table: what it holds about a person, and what becomes of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from office.settings import Settings

FILE = Path(__file__).with_name("tables.yml")
_WORDS = Path(__file__).with_name("words.yml")
_SECONDS = {"days": 86_400, "hours": 3_600, "minutes": 60}


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Kept(_Entry):
    """How long: ``setting`` names one of office/settings.py; ``seconds`` are those that ``code`` lays down."""

    since: str
    setting: str = ""
    seconds: int = 0
    code: str = ""
    when: str = ""

    @model_validator(mode="after")
    def _is_one(self) -> Kept:
        if bool(self.setting) == bool(self.seconds) or bool(self.seconds) != bool(self.code):
            raise ValueError("kept names a setting, or seconds with the code that lays them down")
        return self

    def told(self, settings: Settings) -> str:
        """Return it in words, with the period that the settings say now."""
        period = _period(self._seconds(settings))
        words = _words()["kept_when" if self.when else "kept"]
        return str(words).format(period=period, since=self.since, when=self.when)

    def _seconds(self, settings: Settings) -> float:
        if not self.setting:
            return self.seconds
        return float(getattr(settings, self.setting)) * _SECONDS[self.setting.rpartition("_")[2]]


class Citizen(_Entry):
    """What becomes of one citizen's rows.

    ``own`` is the column that holds the conversation's id, ``at`` the time of a row; only rows whose column ``only``
    is filled are told of. ``exported`` are the columns of the citizen's copy.
    """

    erased: Literal["deleted", "emptied", "kept"]
    own: str = ""
    at: str = ""
    only: str = ""
    exported: tuple[str, ...] = ()
    why: str = ""


class Table(_Entry):
    """One table. ``nobody`` says why it tells nothing of a person; otherwise ``holds`` says what it tells."""

    title: str
    purpose: str
    columns: Mapping[str, str] | tuple[str, ...]
    holds: str = ""
    nobody: str = ""
    ground: str = ""
    kept: tuple[Kept, ...] = ()
    forever: str = ""
    erased_by: tuple[str, ...] = ()
    citizen: Citizen | None = None

    @property
    def is_personal(self) -> bool:
        """Whether it holds anything about a person."""
        return bool(self.holds)

    @model_validator(mode="after")
    def _is_whole(self) -> Table:
        if bool(self.holds) == bool(self.nobody):
            raise ValueError("a table holds something about a person, or nobody, and says why")
        if self.is_personal and not (self.ground and self.citizen and isinstance(self.columns, Mapping)):
            raise ValueError(
                "a table that holds a person has a ground, a citizen's part and columns in words"
            )
        if self.is_personal and not (self.forever or (self.kept and self.erased_by)):
            raise ValueError(
                "a table that holds a person says how long and which job erases it, or why never"
            )
        return self


@dataclass(frozen=True)
class Elsewhere:
    """A place beside the database."""

    title: str
    text: str


class Registry(_Entry):
    """All of it, by the table's name with its schema."""

    tables: dict[str, Table] = Field(min_length=1)
    elsewhere: tuple[Elsewhere, ...] = ()

    def of_citizen(self) -> dict[str, tuple[Table, Citizen]]:
        """Return the tables whose rows belong to one conversation, with the part about it."""
        parts = ((name, table, table.citizen) for name, table in self.tables.items())
        return {name: (table, citizen) for name, table, citizen in parts if citizen and citizen.own}


@lru_cache(maxsize=1)
def registry() -> Registry:
    """Read the registry once; raises pydantic's ValidationError, which names the table and what it lacks."""
    return Registry.model_validate(yaml.safe_load(FILE.read_text("utf-8")))


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_WORDS.read_text("utf-8"))
    return words


def _period(seconds: float) -> str:
    """Return the length in the largest unit that divides it."""
    unit = next((name for name, size in _SECONDS.items() if seconds % size == 0), "minutes")
    count = f"{seconds / _SECONDS[unit]:g}"
    return str(_words()["units"][unit]).format(count=count.replace(".", ","))
