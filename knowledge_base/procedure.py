"""An administrative procedure (thủ tục hành chính): the official record's facts and our plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mode = Literal["direct", "online", "postal"]
TimeUnit = Literal["working_day", "day", "hour", "month", "year"]

_LAND_LAW = "31/2024/QH15"
_SUSPECT_EXTRA_DAYS = 10


@dataclass(frozen=True)
class Decision:
    """The decision that published the record; the number is verbatim and may be dirty or empty."""

    number: str
    on: date | None


@dataclass(frozen=True)
class Agencies:
    """Who carries the procedure out, who decides, who helps; names as the record has them."""

    executing: tuple[str, ...]
    competent: tuple[str, ...]
    coordinating: tuple[str, ...]


@dataclass(frozen=True)
class ProcessingTime:
    """A time as the record has it; a number without a unit means nothing by itself."""

    value: float | None
    unit: TimeUnit | None
    text: str


@dataclass(frozen=True)
class Fee:
    """A fee row. Amount 0 is free of charge only where the text is empty or itself says so."""

    kind: str
    amount: int | None
    currency: str
    text: str


@dataclass(frozen=True)
class FilingMode:
    """One row of the ways to file; a record may have several rows of one mode.

    A row with the mode "online" is what makes online filing possible (docs/decisions/0003-online-filing.md).
    """

    mode: Mode
    time: ProcessingTime
    fees: tuple[Fee, ...]
    description: str


@dataclass(frozen=True)
class RequiredDocument:
    """A paper to file, word for word. ``note`` marks a row that is advice, not a paper."""

    name: str
    originals: int
    copies: int
    forms: tuple[str, ...]
    note: bool


@dataclass(frozen=True)
class DocumentCase:
    """The papers of one case; the name may be empty, or a heading that only sorts papers."""

    name: str
    documents: tuple[RequiredDocument, ...]


@dataclass(frozen=True)
class LegalBasis:
    """A law or decree that the record cites, number verbatim."""

    number: str
    title: str


@dataclass(frozen=True)
class Step:
    """A step in plain words and the section of the record that it comes from."""

    text: str
    source: str


@dataclass(frozen=True)
class Note:
    """A remark in plain words and the section of the record that it comes from."""

    text: str
    source: str


@dataclass(frozen=True)
class CaseTime:
    """The time that the portal's own list of cases gives; kept only where no way of filing has a usable one.

    ``case`` is empty where the case is called like the procedure.
    """

    case: str
    time: ProcessingTime


@dataclass(frozen=True)
class NewerRecord:
    """A record in force of the same name that was decided later; ``province`` is empty for the whole country's."""

    code: str
    province: str
    decided_on: date


@dataclass(frozen=True)
class Override:
    """An official fact that our file replaces: its key in the ``official:`` block, and why, for citizens to read."""

    fact: str
    reason: str


@dataclass(frozen=True)
class Procedure:
    """Everything that an answer may say about one procedure.

    ``is_curated``: words of ours are in it; without them summary and notes are empty, the short name is the
    beginning of the official one and the steps are the record's own text. ``province`` is the bare name of the
    province whose own record it is, empty for the whole country's. ``withdrawn_on`` is the first day on which the
    catalogue was known to lack it, and ``successors`` likely took its place: likely, no more. ``updated_on`` is
    unknown where the record came from print.
    """

    code: str
    name: str
    short_name: str
    distinction: str
    summary: str
    field: str
    levels: tuple[str, ...]
    subjects: tuple[str, ...]
    issuer: str
    decision: Decision
    portal_url: str
    updated_on: date | None
    crawled_on: date
    review_by: date
    agencies: Agencies
    receiving_address: str
    modes: tuple[FilingMode, ...]
    documents: tuple[DocumentCase, ...]
    results: tuple[str, ...]
    legal_basis: tuple[LegalBasis, ...]
    conditions: str
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    aliases: tuple[str, ...]
    questions: tuple[str, ...]
    special_words: tuple[str, ...]
    siblings: tuple[str, ...]
    case_times: tuple[CaseTime, ...] = ()
    is_curated: bool = True
    province: str = ""
    withdrawn_on: date | None = None
    successors: tuple[str, ...] = ()
    newer: tuple[NewerRecord, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def shown_code(self) -> str:
        """The code as people read it; in the catalogue two differ by a space alone."""
        return self.code.strip()

    @property
    def longer_time_in_person(self) -> bool:
        """Whether a land record gives filing in person, and it alone, exactly the online time plus ten days.

        Provincial records of the same procedures give such a longer time to communes in mountainous, border,
        island or especially difficult areas only, so the figure was very likely entered in the wrong row.
        """
        return self._is_under_the_land_law and any(
            in_person == online + _SUSPECT_EXTRA_DAYS
            for in_person in set(self._days("direct")) - set(self._days("online"))
            for online in self._days("online")
        )

    @property
    def _is_under_the_land_law(self) -> bool:
        return any(_LAND_LAW in law.number for law in self.legal_basis)

    def _days(self, mode: Mode) -> list[float]:
        times = [
            row.time for row in self.modes if row.mode == mode and row.time.unit in ("working_day", "day")
        ]
        return [time.value for time in times if time.value is not None]
