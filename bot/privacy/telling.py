"""What was found, erased or noted, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.privacy.kept import Kept
from bot.privacy.purpose import Purpose
from bot.reply import Button
from office.personal_data.registry import registry
from office.settings import Settings
from office.wording import wording

_FILE = Path(__file__).with_name("words.yml")
_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
_CONVERSATION, _TURN = "bot.conversation", "bot.turn"


@dataclass(frozen=True)
class Telling:
    """Fills the sentences of nlu_data/domain/responses/privacy.yml."""

    periods: str
    period: str

    @classmethod
    def of(cls, settings: Settings) -> Telling:
        """Read the periods from the settings, as the registry words them."""
        tables = registry().tables
        lengths = [kept.told(settings) for kept in tables[_CONVERSATION].kept]
        return cls("; ".join(lengths), tables[_TURN].kept[0].told(settings))

    def shown(self, rows: Iterable[Kept], known: Mapping[Purpose, bool]) -> str:
        """Tell what is kept, what was agreed to, and how long it is kept."""
        rows = list(rows)
        begun = next((row.first for row in rows if row.table == _CONVERSATION), None)
        told = {
            "since": _moment(begun) if begun else "",
            "kept": _lines(rows),
            "periods": self.periods,
            "review": _words()[_answer(known.get(Purpose.REVIEW))],
            "training": _words()[_answer(known.get(Purpose.TRAINING))],
        }
        return wording("utter_privacy_shown", **told)

    def copied(self, rows: Iterable[Kept]) -> str:
        """Tell what is in the copy."""
        return wording("utter_privacy_copied", **{"kept": _lines(rows)})

    def deleted(self, rows: Iterable[Kept], number: str) -> str:
        """Tell what was erased, and the receipt's number."""
        return wording("utter_privacy_deleted", **{"erased": _lines(rows), "receipt": number})

    def withdrawn(self, purposes: Collection[Purpose], turns: int) -> str:
        """Tell that a no is on record, and what it has erased."""
        named = {"purposes": _named(purposes)}
        if not turns:
            return wording("utter_privacy_refused", **named)
        line = _words()["row"].format(title=_words()["turns"], n=turns)
        return wording("utter_privacy_withdrawn", **named | {"erased": line})

    def agreed(self, purposes: Collection[Purpose]) -> str:
        """Tell that a yes is on record."""
        return wording("utter_privacy_agreed", **{"purposes": _named(purposes), "period": self.period})

    def button(self) -> tuple[Button, ...]:
        """Return the button below the question whether to erase."""
        return (Button(_words()["button"], {"intent": "confirm_delete", "entities": {}}),)


def _lines(rows: Iterable[Kept]) -> str:
    """Return one line for each table that holds something; the conversation's own row is told by its beginning."""
    lines = [_line(row) for row in rows if row.n and row.table != _CONVERSATION]
    return "\n".join(lines) or str(_words()["nothing"])


def _line(row: Kept) -> str:
    if row.first is None or row.last is None:
        return str(_words()["row"]).format(title=row.title, n=row.n)
    first, last = _moment(row.first), _moment(row.last)
    words = _words()["row_at" if first == last else "row_between"]
    return str(words).format(title=row.title, n=row.n, first=first, last=last)


def _moment(at: datetime) -> str:
    return str(_words()["moment"]).format(at=at.astimezone(_HANOI))


def _answer(agreed: bool | None) -> str:
    return "unanswered" if agreed is None else "agreed" if agreed else "refused"


def _named(purposes: Collection[Purpose]) -> str:
    return str(_words()["between"]).join(_words()["purposes"][purpose.value] for purpose in purposes)


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return words
