"""Fetching the catalogue from the portal: the list, then each procedure; what was fetched survives a break."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from knowledge_base.importing.code import parse_code
from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.gathering import Gathering
from knowledge_base.importing.parsed import Format, Origin, Parsed
from knowledge_base.importing.portal_client import PortalClient
from knowledge_base.importing.portal_json import unwrapped
from knowledge_base.importing.portal_list import listed_procedures
from knowledge_base.importing.portal_record import PAGE_URL, portal_record
from knowledge_base.importing.sync_errors import PortalRefused, PortalSilent, TooManyLost

LARGEST_LOSS = 0.02
"""Of the listed procedures, as many as may be left as they were before; more is a sync that did not work."""

_SILENT_AT_MOST = 10
"""Procedures in a row, each tried again and again, after which the portal counts as down."""

_KEPT_DAYS = 1
"""A sync that broke off is taken up within a day; later the portal is asked anew."""

Advance = Callable[[int, int], None]


@dataclass(frozen=True)
class Fetched:
    """What the portal had: the records, and the codes that its list names, also those whose detail was lost."""

    gathering: Gathering
    listed: frozenset[str]
    resumed: int


class Progress:
    """The details fetched so far, one a line; lines cut off by a break are passed over."""

    def __init__(self, folder: Path, today: date) -> None:
        self._path = folder / "sync-progress.jsonl"
        self._today = today
        self.details = dict(self._lines()) if self._path.exists() else {}

    def note(self, portal_id: str, detail: Mapping[str, Any]) -> None:
        """Keep a detail at once."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        line = {"id": portal_id, "on": self._today.isoformat(), "detail": detail}
        with self._path.open("a", encoding="utf-8", errors="surrogatepass") as file:
            file.write(f"\n{json.dumps(line, ensure_ascii=False)}\n")

    def close(self) -> None:
        """Forget everything: the sync is through."""
        self._path.unlink(missing_ok=True)

    def _lines(self) -> list[tuple[str, tuple[date, Mapping[str, Any]]]]:
        read = []
        for line in self._path.read_bytes().splitlines():
            try:
                noted = json.loads(line)
                on = date.fromisoformat(noted["on"])
                if self._today - on <= timedelta(days=_KEPT_DAYS):
                    read.append((noted["id"], (on, noted["detail"])))
            except (ValueError, TypeError, KeyError):
                continue
        return read


def fetch(client: PortalClient, progress: Progress, today: date, advance: Advance) -> Fetched:
    """Fetch list and details; raises a SyncError, and then what was fetched is in ``progress``."""
    listed = listed_procedures(client)
    gathering, silent, resumed = Gathering(), 0, 0
    for done, portal_id in enumerate(listed, 1):
        if portal_id in progress.details:
            resumed += 1
            _take(gathering, portal_id, *progress.details[portal_id])
        elif _fetch_one(client, progress, gathering, portal_id, today):
            silent = 0
        else:
            silent += 1
        if silent >= _SILENT_AT_MOST:
            raise PortalSilent("details", f"{silent} in a row failed")
        advance(done, len(listed))
    if len(gathering.refused) > LARGEST_LOSS * len(listed):
        raise TooManyLost(len(gathering.refused), len(listed))
    return Fetched(gathering, frozenset(_codes(listed)), resumed)


def _fetch_one(
    client: PortalClient, progress: Progress, gathering: Gathering, portal_id: str, today: date
) -> bool:
    try:
        detail = client.detail(portal_id)
    except (PortalSilent, PortalRefused) as problem:
        gathering.refuse(PAGE_URL.format(portal_id), problem)
        return False
    progress.note(portal_id, detail)
    _take(gathering, portal_id, today, detail)
    return True


def _take(gathering: Gathering, portal_id: str, on: date, detail: Mapping[str, Any]) -> None:
    origin = Origin(PAGE_URL.format(portal_id), on)
    try:
        gathering.add(Parsed(portal_record(unwrapped(detail), origin), Format.JSON, origin.file))
    except FieldWrong as problem:
        gathering.refuse(origin.file, problem)


def _codes(listed: Mapping[str, Mapping[str, Any]]) -> list[str]:
    codes = []
    for item in listed.values():
        try:
            codes.append(parse_code(item.get("code")))
        except FieldWrong:
            continue
    return codes
