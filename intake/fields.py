"""Reading what people write into a field of a made-up dossier: liberal, but never guessing.

Values come as the text of the file, before YAML has turned ``012345`` into 5349; lists and mappings of texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from intake.dossier import ApplicantKind
from intake.factor import DIGITS, normalised
from intake.status import Status, labels
from knowledge_base.vietnamese.folding import fold
from office.dossier_code import DossierCode, InvalidDossierCode
from office.working_days import FIRST_YEAR, LAST_YEAR

Value = str | list[Any] | dict[str, Any]

_APPLICANTS = Path(__file__).parent / "data" / "applicants.yml"
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})(?: .*)?")
_MEND_DAY = "write 2025-07-01 or 01/07/2025"
_STATUS = re.compile(r"(\d{1,2})\b.*", re.DOTALL)
_ASKED_ON = ("asked_on", "asked", "asked_at", "requested_on", "requested", "date", "on")
_ANSWER_BY = ("answer_by", "due_on", "due", "due_by", "deadline", "until")


class BadField(ValueError):
    """The value cannot be read; carries what is wrong and how to mend it, never the digits of a proof."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


@dataclass(frozen=True)
class Supplement:
    """What the citizen is asked to bring, since when and until when."""

    text: str = ""
    asked_on: date | None = None
    answer_by: date | None = None


def code(value: Value) -> DossierCode:
    """Read a dossier code of any official shape."""
    written = text(value)
    try:
        return DossierCode.parse(written)
    except InvalidDossierCode as error:
        raise BadField(
            f"{written[:60]!r} has no shape of a dossier code", "write one such as H26.19-250701-0012"
        ) from error


def text(value: Value) -> str:
    """Read a text, or the texts of a list or mapping."""
    if isinstance(value, str):
        return value.replace("\0", "").strip()
    parts = value.values() if isinstance(value, dict) else value
    return "; ".join(filter(None, (text(part) for part in parts)))


def day(value: Value) -> date:
    """Read 2025-07-01, 1/7/2025 and their like; a time after it is left out."""
    written = text(value)
    match = _YEAR_FIRST.fullmatch(written) or _DAY_FIRST.fullmatch(written)
    if match:
        try:
            read = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            raise BadField(f"{written[:40]!r} is no date", _MEND_DAY) from None
        if FIRST_YEAR <= read.year <= LAST_YEAR:
            return read
        raise BadField(f"{written[:40]!r} is of no year from {FIRST_YEAR} to {LAST_YEAR}", _MEND_DAY)
    raise BadField(f"{written[:40]!r} is no date", _MEND_DAY)


def last_digits(value: Value) -> str:
    """Read the last six digits of a number; zeros that a spreadsheet has eaten are given back."""
    digits = re.sub(r"[\s.-]", "", text(value)).removesuffix("'").removeprefix("'")
    if not (digits.isascii() and digits.isdigit()):
        raise BadField("this is no row of digits", "write the last six digits in quotes")
    return digits[-DIGITS:].zfill(DIGITS)


def lookup_key(value: Value) -> str:
    """Read the key printed on the slip."""
    key = normalised(text(value))
    if not key:
        raise BadField("the key holds no letter or digit", "write the key of the slip, or none")
    return key


def status(value: Value) -> Status:
    """Read a number from 1 to 10, or an official label."""
    written = text(value)
    match = _STATUS.fullmatch(written)
    if match and 1 <= int(match[1]) <= len(Status):
        return Status(int(match[1]))
    by_label = {fold(label): known for known, label in labels().items()}
    if fold(written) in by_label:
        return by_label[fold(written)]
    raise BadField(f"{written[:40]!r} is no status", "write a number from 1 to 10")


def applicant(value: Value) -> ApplicantKind:
    """Read who filed: a word for the kind, a name, or a mapping with ``kind`` or ``name``."""
    if isinstance(value, dict):
        kind = value.get("kind") or value.get("type") or ""
        return _kind(text(kind)) if kind else applicant(text(value.get("name", "")))
    written = fold(text(value))
    known = _applicants()
    if written in known["organisation"] or _is_name_of_organisation(written, known):
        return ApplicantKind.ORGANISATION
    return ApplicantKind.INDIVIDUAL


def supplement(value: Value) -> Supplement:
    """Read what is asked for: a text, a list, or a mapping with the days beside the texts."""
    if not isinstance(value, dict):
        return Supplement(text(value))
    texts = {key: part for key, part in value.items() if key not in _ASKED_ON + _ANSWER_BY}
    return Supplement(text(texts), _first_day(value, _ASKED_ON), _first_day(value, _ANSWER_BY))


def _first_day(value: Mapping[str, Any], names: tuple[str, ...]) -> date | None:
    written = next((value[name] for name in names if value.get(name)), None)
    return day(written) if written else None


def _kind(written: str) -> ApplicantKind:
    for kind in ApplicantKind:
        if fold(written) in _applicants()[kind]:
            return kind
    raise BadField(f"{written[:40]!r} is no kind of applicant", "write individual or organisation")


def _is_name_of_organisation(written: str, known: Mapping[str, list[str]]) -> bool:
    begins = (f"{word} " for word in known["organisation_names_begin_with"])
    words = f" {written} "
    return written.startswith(tuple(begins)) or any(
        f" {word} " in words for word in known["organisation_names_hold"]
    )


@lru_cache(maxsize=1)
def _applicants() -> Mapping[str, list[str]]:
    known: dict[str, list[str]] = yaml.safe_load(_APPLICANTS.read_text("utf-8"))
    return known
