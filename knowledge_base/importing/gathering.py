"""The records of all files brought together: one a procedure, from the fullest and newest file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from knowledge_base.catalogue.filling import filled
from knowledge_base.importing.parsed import Parsed


@dataclass(frozen=True)
class Refused:
    """A file, or a record in one, that was not imported; ``why`` begins with the field."""

    file: str
    why: str


@dataclass(frozen=True)
class Merged:
    """A file whose record gave way to a fuller or newer one of the same procedure."""

    code: str
    file: str
    kept: str
    why: str


@dataclass
class Gathering:
    """What the files read so far amount to."""

    records: dict[str, Parsed] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, file: str, why: object) -> None:
        """Keep count of what is not imported."""
        self.refused.append(Refused(file, str(why)))

    def add(self, parsed: Parsed) -> None:
        """Take a record in; of two on one procedure the better stays.

        Two procedures may claim one code: the live portal has "1.014325" and " 1.014325", of two provinces. The one
        with spaces around keeps them, so that neither is lost.
        """
        there = self.records.get(parsed.code)
        if there is None:
            self.records[parsed.code] = parsed
        elif _are_two(there.record, parsed.record) and _set_apart(there, parsed):
            first, second = sorted((there, parsed), key=_is_spaced)
            self.records[first.code] = first
            self.add(_as_written(second))
        else:
            self._keep_the_better(there, parsed)

    def _keep_the_better(self, there: Parsed, parsed: Parsed) -> None:
        worse, better = sorted((there, parsed), key=_worth)
        two = _are_two(there.record, parsed.record)
        why = "another procedure has its code" if two else f"{better.format.name} says as much or more"
        self.records[better.code] = better
        if not two:
            self.records[better.code] = replace(better, record=filled(better.record, worse.record))
        self.merged.append(Merged(worse.code, worse.file, better.file, why))

    def as_records(self) -> Mapping[str, dict[str, Any]]:
        """Return the records by code."""
        return {code: parsed.record for code, parsed in self.records.items()}


def _worth(parsed: Parsed) -> tuple[int, str, str]:
    return parsed.format, parsed.record["portal_updated"] or "", parsed.record["source"]["crawled"]


def _are_two(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["portal_id"] and other["portal_id"] and one["portal_id"] != other["portal_id"])


def _set_apart(one: Parsed, other: Parsed) -> bool:
    return _is_spaced(one) != _is_spaced(other)


def _is_spaced(parsed: Parsed) -> bool:
    return bool(parsed.record["code_raw"] != parsed.code)


def _as_written(parsed: Parsed) -> Parsed:
    return Parsed({**parsed.record, "code": parsed.record["code_raw"]}, parsed.format, parsed.file)
