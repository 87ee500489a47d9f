"""Questions put to the gateway through its door for this machine."""

from __future__ import annotations

import json
from typing import Any

import httpx

from bot.cli.assistant import ANSWER_WITHIN_SECONDS
from bot.supervisor.run_file import Running
from office.secrets import secrets
from office.settings import settings

_NOTHING: dict[str, Any] = {
    "text": "", "outcome": "", "procedures": [], "dossier_codes": [], "facet": None, "intent": None,
    "citations": [], "buttons": [], "latency_ms": 0,
}  # fmt: skip
_BESIDE = ("checklists", "notice", "data")


class NoAnswer(Exception):
    """The gateway did not answer, or not in a form that we understand."""


def gateway_client(running: Running, *, at_once: int = 1) -> httpx.AsyncClient:
    """Return a client with the secret of this machine."""
    return httpx.AsyncClient(
        base_url=running.gateway,
        headers={
            "X-Motcua-Secret": secrets(settings().state_dir).local_secret,
            "Content-Type": "application/json",
        },
        timeout=ANSWER_WITHIN_SECONDS,
        limits=httpx.Limits(max_connections=at_once),
        trust_env=False,
    )


async def ask(gateway: httpx.AsyncClient, question: dict[str, Any]) -> dict[str, Any]:
    """Put one question; return the answer's object. Raises NoAnswer.

    Sent as ASCII with escapes: half a character in what was typed cannot be written as UTF-8.
    """
    try:
        response = await gateway.post("/internal/ask", content=json.dumps(question).encode("ascii"))
        answer = response.json()
    except (httpx.HTTPError, ValueError) as error:
        raise NoAnswer(type(error).__name__) from error
    if not isinstance(answer, dict) or "text" not in answer or "outcome" not in answer:
        raise NoAnswer(f"status {response.status_code}")
    return {key: answer.get(key, value) for key, value in _NOTHING.items()} | _if_there(answer)


def as_agreed(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the object that scripts rely on: what stands beside an answer is for who reads it."""
    return {key: value for key, value in answer.items() if key not in _BESIDE}


def _if_there(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: answer[key] for key in ("parts", *_BESIDE) if answer.get(key)}
