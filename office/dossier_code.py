"""The dossier code (mã hồ sơ) printed on a citizen's slip.

Shapes seen in use (Thông tư 01/2018/TT-VPCP Art. 19 and what agencies made of it): a unit code with dots,
a date of receipt of six or eight digits, a daily number of four to seven digits; social insurance writes
``03706/2026/07906``. Agencies configure shapes of their own, so a text without a code is asked about again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge_base.vietnamese.characters import clean

_DOT, _DASH, _SLASH = r" ?\. ?", r" ?- ?", r" ?/ ?"
_FIGURE = "[0-9O]"
"""Where only a figure can stand the letter O is one, as it is read off a slip."""
_LEVELS_ABOVE = rf"(?:{_FIGURE}{{3}}{_DOT}[0-9A-Z]{{2}}{_DOT}[0-9A-Z]{{2}}{_DOT})?"
_LEVELS_BELOW = rf"(?:{_DOT}[0-9A-Z]{{1,6}}){{0,4}}"
_LOOSE_LEVELS = r"(?:[ -]\d{1,3}){1,3}"
_DAY = rf"(?:2{_FIGURE}{{7}}|{_FIGURE}{{6}})"
_NUMBER = rf"{_FIGURE}{{4,7}}"
_CODE = re.compile(
    r"(?<!\w)(?<![\w\-.][.\-/])(?<![.\-/][.\-/])"
    rf"(?:{_LEVELS_ABOVE}[A-Z]\d{{2}}{_LEVELS_BELOW}{_DASH}(?P<day>{_DAY}){_DASH}{_NUMBER}"
    rf"|{_LEVELS_ABOVE}[GH]\d{{2}}{_LEVELS_BELOW}(?:{_DASH}| )(?P<spaced_day>{_DAY})(?:{_DASH}| ){_NUMBER}"
    rf"|(?P<loose>[GH]\d{{2}}{_LOOSE_LEVELS})(?:{_DASH}| )(?P<loose_day>{_DAY})(?:{_DASH}| ){_NUMBER}"
    rf"|\d{{5}}{_SLASH}20\d{{2}}{_SLASH}\d{{5,6}})"
    r"(?!\w|[\-/.]\d|\.[A-Z0-9])",
    re.ASCII | re.IGNORECASE,
)
_ROUND = "\"'()[]{}<>.,;:!? "


class InvalidDossierCode(ValueError):
    """The text does not have the shape of a dossier code; carries the text as typed."""


@dataclass(frozen=True)
class DossierCode:
    """A code in its canonical form, such as ``H26.19-250701-0012``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> DossierCode:
        """Read one code as citizens type it: any case, any dash, stray spaces. Raises InvalidDossierCode."""
        typed = clean(text).strip(_ROUND)
        match = _CODE.fullmatch(typed)
        if not match or not _has_real_date(match):
            raise InvalidDossierCode(text)
        return cls(_written(match))

    @property
    def unit_prefix(self) -> str:
        """The part that names the receiving unit and decides which backend keeps the dossier."""
        return re.split(r"[-/]", self.text)[0]

    def __str__(self) -> str:
        return self.text


def find_dossier_codes(text: str) -> list[DossierCode]:
    """Return the codes in the text, in order, each once; procedure codes, phones and decrees are none."""
    return list(dict.fromkeys(code for _, _, code in locate_dossier_codes(clean(text))))


def locate_dossier_codes(text: str) -> list[tuple[int, int, DossierCode]]:
    """Return every code with its place: ``text[start:end]`` is how it was typed.

    Reads canonical text: dashes and spaces must be plain ones already.
    """
    return [(match.start(), match.end(), DossierCode(_written(match))) for match in _real_codes(text)]


def _real_codes(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _CODE.finditer(text) if _has_real_date(match))


def _written(match: re.Match[str]) -> str:
    """Return the canonical form: dots in the unit, dashes round the day, figures for every O among figures."""
    unit = match["loose"] or ""
    typed = re.sub(r"[ -]", ".", unit) + match[0][len(unit) :]
    tight = re.sub(r" ?([.\-/]) ?", r"\1", typed).replace(" ", "-").upper()
    return re.sub(r"(?<![^.\-])[0-9O]{2,}(?![^.\-])", lambda part: part[0].replace("O", "0"), tight)


def _has_real_date(match: re.Match[str]) -> bool:
    day = match["day"] or match["spaced_day"] or match["loose_day"]
    if day is None:
        return True
    day = day.upper().replace("O", "0")
    full = day if len(day) == len("YYYYMMDD") else f"20{day}"
    try:
        date(int(full[:4]), int(full[4:6]), int(full[6:]))
    except ValueError:
        return False
    return full.startswith("20")
