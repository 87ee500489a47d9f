"""The two public calls of the portal, paced and tried again: the list of procedures, and one procedure."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from knowledge_base.importing.limits import MEGABYTE
from knowledge_base.importing.sync_errors import PortalRefused, PortalSilent

LIST_CALL = "/api/v1/submitting/formality/list-all-public-formality-by-citizen"
DETAIL_CALL = "/api/v1/configuring/formality/get-formality-by-citizen"
PAGE_SIZE = 100
_LARGEST_ANSWER = 32 * MEGABYTE
_LONGEST_WAIT_SECONDS = 30.0
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})

Answer = Mapping[str, Any]


@dataclass(frozen=True)
class Manners:
    """How the portal is asked: how fast at most, how often again, after which first wait (doubled each time)."""

    calls_per_second: float = 4.0
    attempts: int = 5
    first_wait_seconds: float = 1.0


@dataclass(frozen=True)
class Page:
    """A page of the list; ``last_id`` is where the next begins, "" where the portal names none."""

    items: tuple[Answer, ...]
    last_id: str


class _NotUsable(Exception):
    """An answer that may be better the next time."""


class PortalClient:
    """Asks the portal; the HTTP client carries its address and timeout."""

    def __init__(
        self, http: httpx.Client, manners: Manners, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._http = http
        self._manners = manners
        self._sleep = sleep
        self._next_call = 0.0

    def page(self, last_id: str) -> Page:
        """Return the page of the list after ``last_id``, "" for the first; raises a SyncError."""
        asked = {"limit": PAGE_SIZE, "lastId": last_id, "q": "", "categoryId": "", "departmentCode": ""}
        data = self._data(LIST_CALL, asked)
        items = data.get("items")
        listed = tuple(item for item in items if isinstance(item, Mapping)) if isinstance(items, list) else ()
        return Page(listed, str(data.get("lastId") or ""))

    def detail(self, portal_id: str) -> Answer:
        """Return one procedure as the portal has it; raises a SyncError."""
        return self._data(DETAIL_CALL, {"id": portal_id})

    def _data(self, call: str, asked: Answer) -> Answer:
        retrying = Retrying(
            retry=retry_if_exception_type((httpx.TransportError, _NotUsable)),
            stop=stop_after_attempt(self._manners.attempts),
            wait=wait_exponential_jitter(
                multiplier=self._manners.first_wait_seconds, max=_LONGEST_WAIT_SECONDS, jitter=0.5
            ),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._ask, call, asked)
        except (httpx.TransportError, _NotUsable) as error:
            raise PortalSilent(call, str(error) or type(error).__name__) from error

    def _ask(self, call: str, asked: Answer) -> Answer:
        self._pace()
        with self._http.stream("POST", call, json=asked) as response:
            if response.status_code in _TRY_AGAIN:
                raise _NotUsable(f"status {response.status_code}")
            if not response.is_success:
                raise PortalRefused(call, response.status_code)
            return _data_in(_content_of(response))

    def _pace(self) -> None:
        now = time.monotonic()
        self._sleep(max(0.0, self._next_call - now))
        self._next_call = max(now, self._next_call) + 1 / self._manners.calls_per_second


def _content_of(response: httpx.Response) -> bytes:
    content = b""
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > _LARGEST_ANSWER:
            raise _NotUsable("an answer without end")
    return content


def _data_in(content: bytes) -> Answer:
    """Return ``data`` of an answer whose code is OK."""
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _NotUsable("an answer that is no JSON") from error
    if (
        not isinstance(answer, Mapping)
        or answer.get("code") != "OK"
        or not isinstance(answer.get("data"), Mapping)
    ):
        raise _NotUsable("an answer without data")
    data: Answer = answer["data"]
    return data
