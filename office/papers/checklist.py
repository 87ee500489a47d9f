"""A list of papers to bring, ready to be put on a page: the action server makes it, the gateway shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Paper:
    """One paper to tick off. ``counts`` says originals and copies in words; ``source`` the place in the record."""

    name: str
    originals: int
    copies: int
    counts: str
    forms: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class PaperGroup:
    """Papers under one heading, which may be empty."""

    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class Remark:
    """A note of the record and its place there."""

    text: str
    source: str


@dataclass(frozen=True)
class Fact:
    """Where to file, how long it takes or what it costs, in lines, and the parts of the record that say it."""

    title: str
    lines: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Narrowing:
    """An answer to what would make the list shorter: a case (0 for all, from 1), or who files."""

    title: str
    case: int
    by_proxy: bool | None
    is_chosen: bool


@dataclass(frozen=True)
class Checklist:
    """Everything on the sheet, in its order.

    ``case`` and ``by_proxy`` are what the list was made for: 0 and None where it is made for everybody.
    ``dated`` is the day of the record, which makes the printed sheet the same whenever it is printed.
    """

    code: str
    title: str
    official_name: str
    case: int
    by_proxy: bool | None
    made_for: tuple[str, ...]
    remarks: tuple[str, ...]
    groups: tuple[PaperGroup, ...]
    notes: tuple[Remark, ...]
    facts: tuple[Fact, ...]
    source: tuple[str, ...]
    url: str
    dated: date
    cases: tuple[Narrowing, ...]
    filers: tuple[Narrowing, ...]

    @property
    def shown_code(self) -> str:
        """The code as people read it."""
        return self.code.strip()
