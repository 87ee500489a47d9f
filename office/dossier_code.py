"""The dossier code (mã hồ sơ) printed on a citizen's slip.

Shapes seen in use (Thông tư 01/2018/TT-VPCP Art. 19 and what agencies made of it): a unit code with dots,
a date of receipt of six or eight digits, a daily number of four to seven digits; social insurance writes
``03706/2026/07906``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00]")
_GAPS = re.compile(r"\s*([.\-/])\s*")
_UNIT = r"(?:\d{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.)?[GH]\d{2}(?:\.\d{1,4}){0,3}"
_CODE = re.compile(
    rf"(?<![0-9A-Z.\-/])(?:(?P<unit>{_UNIT})-(?P<day>\d{{8}}|\d{{6}})-(?P<number>\d{{4,7}})"
    r"|(?P<office>\d{5})/(?P<year>20\d{2})/(?P<serial>\d{4,7}))(?![0-9A-Z]|[\-/]\d|\.[0-9A-Z])"
)


class InvalidDossierCode(ValueError):
    """The text does not have the shape of a dossier code; carries the text as typed."""


@dataclass(frozen=True)
class DossierCode:
    """A code in its canonical form, such as ``H26.19-250701-0012``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> DossierCode:
        """Read one code as citizens type it: any case, any dash, stray spaces. Raises InvalidDossierCode."""
        plain = _plain(text).strip()
        match = _CODE.fullmatch(plain)
        if not match or not _has_real_date(match):
            raise InvalidDossierCode(text)
        return cls(plain)

    @property
    def unit_prefix(self) -> str:
        """The part that names the receiving unit and decides which backend keeps the dossier."""
        return re.split(r"[-/]", self.text)[0]

    def __str__(self) -> str:
        return self.text


def find_dossier_codes(text: str) -> list[DossierCode]:
    """Return the codes in the text, in order, each once; procedure codes, phones and decrees are none."""
    found = [DossierCode(match[0]) for match in _CODE.finditer(_plain(text)) if _has_real_date(match)]
    return list(dict.fromkeys(found))


def _plain(text: str) -> str:
    visible = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _GAPS.sub(r"\1", _DASHES.sub("-", visible)).upper()


def _has_real_date(match: re.Match[str]) -> bool:
    day = match["day"]
    if day is None:
        return True
    year, month, number = (day[:4], day[4:6], day[6:]) if len(day) == 8 else (f"20{day[:2]}", day[2:4], day[4:])
    try:
        date(int(year), int(month), int(number))
    except ValueError:
        return False
    return True
