"""How often golden conversations go as written, through the running assistant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.questions import NoAnswer, ask, gateway_client
from bot.cli.speech import fail, give
from bot.cli.terminal import one_more, progress_of
from bot.golden.conversation import Conversation, files_of
from bot.golden.held import Held, hold, lines_missed, meddling
from bot.golden.measured import Measured, as_data, measured
from bot.golden.needs import lacking
from bot.golden.page import page
from bot.golden.reading import ConversationsUnreadable, read_conversations
from bot.supervisor.run_file import Running

AT_ONCE = 4
_NAME = "conversations"


def evaluate_conversations(files: Sequence[Path], into: Path, *, as_json: bool) -> None:
    """Print the shares that are as written; write all of it as JSON and the failures as a page."""
    conversations = _read(files or files_of())
    left_out = {one.title: why for one in conversations if (why := meddling(one) or lacking(one))}
    wanted = [one for one in conversations if one.title not in left_out]
    try:
        into.mkdir(parents=True, exist_ok=True)
        with assistant() as running, progress_of("Hold", total=len(wanted)) as advance:
            held = asyncio.run(_hold_all(running, wanted, one_more(advance)))
        told = measured(held)
        data = as_data(told, held, left_out)
        (into / f"{_NAME}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
        (into / f"{_NAME}.html").write_text(page(told, held, left_out), "utf-8")
    except NoAnswer as error:
        fail(f"The gateway did not answer ({error}). Run: motcua doctor", ExitCode.NO_ANSWER)
    except OSError as error:
        fail(f"{into}: {error.strerror}. Mend the path.", ExitCode.FINDINGS)
    plain = "\n".join(_lines(told, held, left_out, into))
    give({key: data[key] for key in data if key != "held"}, as_json=as_json, plain=plain)


def _read(files: Sequence[Path]) -> list[Conversation]:
    try:
        return read_conversations(files)
    except ConversationsUnreadable as error:
        fail(f"Nothing can be measured.\n{error}", ExitCode.FINDINGS)


async def _hold_all(running: Running, talks: Sequence[Conversation], done: Any) -> list[Held]:
    """Hold the conversations side by side, the turns of each in order; raises NoAnswer."""
    run, places = uuid4().hex, asyncio.Semaphore(AT_ONCE)

    async def hold_one(gateway: httpx.AsyncClient, number: int, talk: Conversation) -> Held:
        async def say(text: str) -> dict[str, Any]:
            question = {"text": text, "conversation": str(number), "channel": "replay", "consent": True}
            return await ask(gateway, {**question, "run": run})

        async with places:
            held = await hold(talk, say)
        done()
        return held

    async with gateway_client(running, at_once=AT_ONCE) as gateway:
        return await asyncio.gather(*(hold_one(gateway, n, talk) for n, talk in enumerate(talks)))


def _lines(told: Measured, held: Sequence[Held], left_out: dict[str, str], into: Path) -> Iterator[str]:
    yield f"Turns as written:         {told.turns}"
    yield f"Conversations as written: {told.conversations}"
    yield "\nBy topic: turns; conversations"
    yield from (f"  {topic:24}{turns!s:34}{whole}" for topic, (turns, whole) in told.topics.items())
    missed = lines_missed(held)
    yield from ["\nNot as written", *missed] if missed else []
    yield from (f"Left out: {title}: {why}" for title, why in left_out.items())
    yield f"\n{into / _NAME}.html shows each failure in its conversation, {_NAME}.json holds all of it."
