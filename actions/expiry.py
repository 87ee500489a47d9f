"""Amounts that the record itself limits to a day now past: "áp dụng đến hết ngày 31/12/2023"."""

from __future__ import annotations

import re
from datetime import date

from actions.style import Style
from knowledge_base.procedure import Fee
from knowledge_base.vietnamese.folding import fold

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def expired_on(fee: Fee, style: Style) -> date | None:
    """Return the last day on which a fee applied, if its text names one before today."""
    last = _last_day(fold(fee.text), style.say.words("fees.until_words"))
    return last if last and last < style.today else None


def _last_day(folded: str, words: tuple[str, ...]) -> date | None:
    """Return the latest such day: a text may name one period after another."""
    found = re.finditer(rf"(?:{'|'.join(words)})\s*{_DAY.pattern}", folded)
    return max((day for match in found if (day := _date(match))), default=None)


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
