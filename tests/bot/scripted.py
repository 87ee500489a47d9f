"""An engine and an intake that do what a test tells them; behind the gateway's own HTTP clients."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

Handler = Callable[[dict[str, Any]], Any]


def said(
    text: str, outcome: str = "answered", *, slots: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    """An engine's answer with one message."""
    message = {"text": text, "response": "utter_x", "outcome": outcome, "custom": more.get("custom", {})}
    return {
        "messages": [{**message, "buttons": more.get("buttons", [])}],
        "slots": slots or {},
        "intent": {"name": "ask_documents", "confidence": 0.9, "ranking": []},
        "entities": [],
        "failed": None,
    }


NOTHING_FROM_ACTIONS = {**said(""), "messages": [], "failed": "actions"}


@dataclass
class ScriptedEngine:
    """Echoes, unless told otherwise. ``answer`` may return a body, a response, or raise."""

    answer: Handler | None = None
    delay: float = 0.0
    turns: list[dict[str, Any]] = field(default_factory=list)
    at_work: dict[str, int] = field(default_factory=dict)
    overlapped: bool = False
    most_at_once: int = 0

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        if not asked:
            return httpx.Response(400)
        self.turns.append(asked)
        key = asked["conversation"]
        self.overlapped |= self.at_work.get(key, 0) > 0
        self.at_work[key] = self.at_work.get(key, 0) + 1
        self.most_at_once = max(self.most_at_once, sum(self.at_work.values()))
        try:
            await asyncio.sleep(self.delay)
            answer = self.answer(asked) if self.answer else self.echo(asked)
        finally:
            self.at_work[key] -= 1
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    @staticmethod
    def echo(asked: dict[str, Any]) -> dict[str, Any]:
        heard = asked.get("text", asked.get("payload"))
        return said(f"heard {heard}", slots=asked["slots"])

    @property
    def texts(self) -> list[str]:
        return [turn["text"] for turn in self.turns if "text" in turn]


@dataclass
class ScriptedIntake:
    """Takes one proof for one code; may be down."""

    code: str = "H26.19-250701-0012"
    factors: tuple[str, ...] = ("123456", "K7QM4R2T")
    is_down: bool = False
    proofs: list[dict[str, Any]] = field(default_factory=list)

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/proofs":
            return httpx.Response(200, json={})
        if self.is_down:
            raise httpx.ReadTimeout("no answer", request=request)
        asked = json.loads(request.content)
        self.proofs.append(asked)
        if asked["code"] == self.code and asked["factor"] in self.factors:
            return httpx.Response(200, json={"proof_token": "token-1"})
        return httpx.Response(403)


async def scripted_actions(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"status": "ok", "snapshot": "snapshot-7"})
