"""Send a file of questions through the running assistant."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from rich.progress import Progress

from bot.cli.assistant import ask as put
from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, tell
from bot.cli.terminal import errors

AT_ONCE = 16
Line = dict[str, Any]


def replay(source: Path, target: Path) -> None:
    """Write one answer a line, in the order of the questions, whole or not at all."""
    try:
        lines = [_read(number, line) for number, line in enumerate(_lines(source), 1)]
    except OSError as error:
        fail(f"{source}: {error.strerror}.", ExitCode.USAGE)
    with assistant() as client, Progress(console=errors(), transient=True) as progress:
        task = progress.add_task("replay", total=len(lines))
        answers = asyncio.run(_replay(client, lines, lambda: progress.advance(task)))
    draft = target.with_name(f".{target.name}.{uuid4().hex}")
    draft.write_text("".join(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers), "utf-8")
    draft.replace(target)
    tell(f"{len(answers)} answers in {target}")


def _lines(source: Path) -> list[str]:
    return [line for line in source.read_text("utf-8", "replace").split("\n") if line.strip()]


def _read(number: int, line: str) -> Line:
    try:
        read = json.loads(line)
    except ValueError:
        read = None
    if not isinstance(read, dict) or not isinstance(read.get("text"), str):
        return {
            "id": read.get("id") if isinstance(read, dict) else None,
            "error": f"line {number}: no text in it",
        }
    return read


async def _replay(client: httpx.AsyncClient, lines: list[Line], advance: Callable[[], None]) -> list[Line]:
    run, places = uuid4().hex, asyncio.Semaphore(AT_ONCE)
    answers: dict[int, Line] = {}

    async def talk(turns: Iterable[tuple[int, Line]]) -> None:
        async with places:
            for place, line in turns:
                answers[place] = await _answer(client, line, run)
                advance()

    async with client, asyncio.TaskGroup() as talks:
        for turns in _conversations(lines):
            talks.create_task(talk(turns))
    return [answers[place] for place in range(len(lines))]


def _conversations(lines: list[Line]) -> list[list[tuple[int, Line]]]:
    talks: dict[str, list[tuple[int, Line]]] = {}
    for place, line in enumerate(lines):
        named = line.get("conversation")
        talks.setdefault(f"named {named}" if named is not None else f"alone {place}", []).append(
            (place, line)
        )
    return list(talks.values())


async def _answer(client: httpx.AsyncClient, line: Line, run: str) -> Line:
    if "error" in line:
        return line
    named = line.get("conversation")
    question = {
        "text": line["text"],
        "conversation": str(named) if named is not None else None,
        "channel": "replay",
        "consent": True,
        "run": run,
    }
    try:
        return {"id": line.get("id"), **await put(client, question)}
    except (httpx.HTTPError, ValueError) as error:
        return {"id": line.get("id"), "error": type(error).__name__}
