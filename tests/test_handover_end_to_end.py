"""An officer takes a conversation over from the command line; the assistant is silent until it is returned."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import httpx
import pytest

from tests.world.engine import ROOT

pytestmark = pytest.mark.stack


class Office:
    """The command line of an officer, and a citizen's page without a browser, on one running assistant."""

    def __init__(self, stack: Any) -> None:
        self._stack = stack
        self._key = stack.http.post("/api/conversations").json()["conversation"]
        self._seen = 1

    def motcua(self, *words: str) -> dict[str, Any]:
        ports = {f"MOTCUA_{part.upper()}_PORT": str(port) for part, port in self._stack.ports.items()}
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli.main", *words, "--json"],
            cwd=ROOT,
            env={**os.environ, "MOTCUA_STATE_DIR": str(self._stack.state_dir), **ports},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def _call(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self._key}"}
        return self._stack.http.request(method, path, headers=headers, **more)

    def sends(self, text: str, number: int) -> None:
        body = {"id": f"00000000-0000-4000-8000-{number:012d}", "text": text}
        assert self._call("POST", "/api/messages", json=body).status_code == 202

    def hears(self, count: int, wait: float = 8.0) -> list[dict[str, Any]]:
        """Return what others than the citizen said, no fewer than so many unless the wait is over."""
        got: list[dict[str, Any]] = []
        for _ in range(10):
            news = self._call("GET", "/api/messages", params={"after": self._seen, "wait": wait}).json()
            self._seen = max([self._seen, *(message["seq"] for message in news["messages"])])
            got += [message for message in news["messages"] if message["author"] != "citizen"]
            if len(got) >= count or not news["messages"]:
                break
        return got

    def reports(self, seq: int, comment: str) -> int:
        return self._call("POST", "/api/reports", json={"seq": seq, "comment": comment}).status_code


def test_the_bot_is_silent_from_claim_to_return(stack: Any) -> None:
    office = Office(stack)
    office.sends("tách thửa đất bao lâu", 1)
    office.hears(1)
    office.sends("cho tôi gặp cán bộ", 2)
    assert office.hears(1)[0]["outcome"] == "handover_requested"
    mine = office.motcua("handovers", "list")["handovers"][-1]
    assert mine["summary"]["lines"][0] == "Thủ tục đang hỏi: Tách thửa, hợp thửa đất (mã 1.012784)"
    assert mine["summary"]["outcomes"] == ["answered"]
    number = str(mine["id"])
    office.motcua("handovers", "claim", number, "--by", "lan")
    office.sends("thế còn phí", 3)
    assert office.hears(1, wait=2) == []
    office.motcua("handovers", "say", number, "Chào bạn, tôi nghe.", "--by", "lan")
    assert [(m["author"], m["text"]) for m in office.hears(1)] == [("officer", "Chào bạn, tôi nghe.")]
    office.motcua("handovers", "return", number, "--by", "lan")
    assert office.hears(1)[0]["author"] == "bot"
    office.sends("thế còn phí", 4)
    assert office.hears(1)[0]["outcome"] == "answered"


def test_a_report_reaches_the_queue_and_is_settled(stack: Any) -> None:
    office = Office(stack)
    office.sends("tách thửa đất bao lâu", 1)
    answer = office.hears(1)[0]
    assert office.reports(answer["seq"], "phường hẹn 30 ngày") == 201
    mine = office.motcua("reports", "list")["reports"][-1]
    shown = office.motcua("reports", "show", str(mine["id"]))
    assert (shown["procedure"], shown["comment"]) == ("1.012784", "phường hẹn 30 ngày")
    assert shown["answer"] == answer["text"]
    assert "unknown" not in (shown["model"], shown["snapshot"], shown["settings"])
    office.motcua("reports", "reject", str(mine["id"]), "--reason", "đúng như quyết định", "--by", "lan")
    rejected = office.motcua("reports", "list", "--state", "rejected")["reports"]
    assert mine["id"] in [one["id"] for one in rejected]
