"""The National Public Service Portal as far as ``kb sync`` sees it: two calls over real HTTP, faults on demand."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from knowledge_base.importing.portal_client import DETAIL_CALL, LIST_CALL

LIST, DETAIL = "list", "detail"

FAULTS = ("error", "busy", "refused", "slow", "cut", "garbage", "not-ok", "no-cursor", "same-page")
"""500 · 429 · 403 · answers late · breaks off in the middle · answers HTML · answers another code than OK · forgets
``lastId`` · answers the page before once more."""

_CALLS = {LIST_CALL: LIST, DETAIL_CALL: DETAIL}
_STATUS = {"error": 500, "busy": 429, "refused": 403}


class Portal:
    """The records it shows; ``plan`` says what goes wrong with the next calls."""

    def __init__(self, details: Sequence[Mapping[str, Any]], page_size: int | None = None) -> None:
        self.details = {detail["id"]: detail for detail in details}
        self.slow_seconds = 1.0
        self.calls: Counter[str] = Counter()
        self.asked: list[str] = []
        self.times: list[float] = []
        self._page_size = page_size
        self._plans: dict[str, deque[str]] = defaultdict(deque)
        self._broken: dict[str, str] = {}
        self.url = ""

    def plan(self, call: str, *faults: str) -> None:
        """Play these faults, one a call; "" is a call that goes well."""
        self._plans[call].extend(faults)

    def break_detail(self, portal_id: str, fault: str) -> None:
        """Play the fault whenever this procedure is asked for."""
        self._broken[portal_id] = fault

    def heal(self) -> None:
        """Let all go well from now on."""
        self._broken.clear()
        self._plans.clear()

    def next_fault(self, call: str, asked: Mapping[str, Any]) -> str:
        self.calls[call] += 1
        self.times.append(time.monotonic())
        if call == DETAIL:
            self.asked.append(asked["id"])
        planned = self._plans[call].popleft() if self._plans[call] else ""
        return planned or self._broken.get(asked.get("id", ""), "")

    def answer(self, call: str, asked: Mapping[str, Any], fault: str) -> dict[str, Any]:
        if fault == "not-ok":
            return {"code": "INTERNAL_ERROR", "data": None}
        data = self._page(asked, fault) if call == LIST else self.details.get(asked["id"])
        return {"code": "OK", "data": data}

    def _page(self, asked: Mapping[str, Any], fault: str) -> dict[str, Any]:
        ids = list(self.details)
        size = self._page_size or asked["limit"]
        start = ids.index(asked["lastId"]) + 1 if asked["lastId"] else 0
        if fault == "same-page":
            start = max(0, start - size)
        page = ids[start : start + size]
        items = [_item(self.details[portal_id]) for portal_id in page]
        return {"items": items, "lastId": "" if not page or fault == "no-cursor" else page[-1]}


def _item(detail: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": detail["id"], "code": detail["code"], "name": detail["name"], "type": detail["type"]}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    portal: Portal

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        call = _CALLS[self.path]
        fault = self.portal.next_fault(call, asked)
        if fault == "slow":
            time.sleep(self.portal.slow_seconds)
        content = json.dumps(self.portal.answer(call, asked, fault), ensure_ascii=False).encode()
        if fault == "garbage":
            content = b"<html><body>Request Rejected</body></html>"
        with suppress(OSError):
            self._send(_STATUS.get(fault, 200), content, cut=fault == "cut")

    def _send(self, status: int, content: bytes, *, cut: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if cut else content)
        self.close_connection = self.close_connection or cut

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def running_portal(details: Sequence[Mapping[str, Any]], page_size: int | None = None) -> Iterator[Portal]:
    """Run a portal on a free port of the loopback."""
    portal = Portal(details, page_size)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"portal": portal}))
    server.daemon_threads = True
    portal.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
