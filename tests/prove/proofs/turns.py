"""How many questions a second the whole assistant answers, and how fast each."""

from __future__ import annotations

import asyncio
import statistics
import time
from pathlib import Path
from typing import Any

import httpx
import yaml

from office.secrets import secrets
from tests.prove.figures import Proof
from tests.prove.world import bare_state_folder, trained
from tests.world.engine import ROOT
from tests.world.stack import Stack, running_stack

ISSUES = ("assistant-runs",)
CLAIM = "Twenty questions a second for a minute, each answered within a second for 95 of 100, none lost."
SECONDS, A_SECOND = 60, 20
UTTERANCES = ROOT / "tests" / "utterances"


def prove(proof: Proof) -> None:
    """Ask at an even pace, each question in a conversation of its own."""
    texts = questions()
    with bare_state_folder() as state_dir, running_stack(state_dir, trained()) as stack:
        asyncio.run(_ask_all(stack, texts[:50], a_second=10))
        began = time.monotonic()
        answers = asyncio.run(_ask_all(stack, (texts * 10)[: SECONDS * A_SECOND], a_second=A_SECOND))
        took = time.monotonic() - began
    latencies = sorted(seconds for _, seconds in answers)
    lost = sum(
        not answer.get("text") or str(answer.get("outcome", "")).startswith("error") for answer, _ in answers
    )
    proof.add("questions", len(answers), "")
    proof.add("answered a second", len(answers) / took, "1/s", at_least=0.95 * A_SECOND)
    proof.add("median", statistics.median(latencies) * 1000, "ms")
    proof.add("95 of 100 within", latencies[int(len(latencies) * 0.95)] * 1000, "ms", at_most=1000)
    proof.add("slowest", latencies[-1] * 1000, "ms")
    proof.add("lost or failed", lost, "", at_most=0)


def questions() -> list[str]:
    """Return what the model has never seen: the held-out utterances."""
    files: list[Path] = sorted(UTTERANCES.rglob("*.yml"))
    read: list[Any] = [yaml.safe_load(file.read_text("utf-8")) for file in files]
    return [str(text) for content in read for text in _texts(content)]


def _texts(content: Any) -> list[Any]:
    if isinstance(content, dict):
        return [text for part in content.values() for text in _texts(part)]
    return [text for part in content for text in _texts(part)] if isinstance(content, list) else [content]


async def _ask_all(stack: Stack, texts: list[str], *, a_second: float) -> list[tuple[dict[str, Any], float]]:
    headers = {"X-Motcua-Secret": secrets(stack.state_dir).local_secret}
    limits = httpx.Limits(max_connections=200)
    async with httpx.AsyncClient(
        base_url=stack.http.base_url, headers=headers, timeout=30, limits=limits, trust_env=False
    ) as http:

        async def ask(text: str) -> tuple[dict[str, Any], float]:
            began = time.monotonic()
            answer = await http.post("/internal/ask", json={"text": text, "channel": "replay"})
            return answer.json(), time.monotonic() - began

        under_way = []
        began = time.monotonic()
        for number, text in enumerate(texts):
            await asyncio.sleep(max(0.0, began + number / a_second - time.monotonic()))
            under_way.append(asyncio.create_task(ask(text)))
        return await asyncio.gather(*under_way)
