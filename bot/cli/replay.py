"""Send a file of questions through the running assistant."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import httpx

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.questions import NoAnswer, as_agreed, ask, gateway_client
from bot.cli.replay_file import Line, conversations, read_lines
from bot.cli.speech import fail, give
from bot.cli.terminal import progress_of
from bot.supervisor.run_file import Running

AT_ONCE = 16
_NAMED_AT_MOST = 10
Advance = Callable[[int], None]


def replay(source: Path, target: Path, as_json: bool) -> None:
    """Write one answer a line, in the order of the questions; the target appears whole or not at all."""
    try:
        lines = read_lines(source)
    except OSError as error:
        fail(f"{source}: {error.strerror}. Mend the path.", ExitCode.FINDINGS)
    if target.exists() and target.samefile(source):
        fail(f"{target} holds the questions. Name another file for the answers.", ExitCode.FINDINGS)
    draft = _draft_of(target)
    wrong = [line["error"] for line in lines if "error" in line]
    try:
        answers = lines if len(wrong) == len(lines) else _answers(lines)
        with draft.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    _report(answers, target, as_json, wrong=len(wrong))
    if wrong:
        named = "\n".join(f"  {source}: {error}" for error in wrong[:_NAMED_AT_MOST])
        fail(f"Lines of {source} that are no questions: {len(wrong)}.\n{named}", ExitCode.FINDINGS)


def _answers(lines: list[Line]) -> list[Line]:
    with assistant() as running, progress_of("Replay", total=len(lines)) as advance:
        return asyncio.run(_replay(running, lines, advance))


def _draft_of(target: Path) -> Path:
    """Make the file that becomes the target; say at once if there cannot be one."""
    if target.is_dir():
        fail(f"{target} is a folder. Name a file in it.", ExitCode.FINDINGS)
    draft = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        draft.touch()
    except OSError as error:
        fail(f"{target}: {error.strerror}. Mend the path.", ExitCode.FINDINGS)
    return draft


def _report(answers: list[Line], target: Path, as_json: bool, *, wrong: int) -> None:
    failed = sum("error" in answer for answer in answers)
    result = {"answers": len(answers), "failed": failed, "file": str(target)}
    give(result, as_json=as_json, plain=f"{len(answers)} answers in {target}, {failed} of them errors")
    if failed == len(answers) > wrong:
        fail("No line was answered; each says why.", ExitCode.NO_ANSWER)


async def _replay(running: Running, lines: list[Line], advance: Advance) -> list[Line]:
    """Ask conversations side by side, the lines of each in order."""
    run, places = uuid4().hex, asyncio.Semaphore(AT_ONCE)
    answers: dict[int, Line] = {}

    async def hold(turns: list[int]) -> None:
        async with places:
            for place in turns:
                answers[place] = await _answer(gateway, lines[place], run)
                advance(len(answers))

    async with gateway_client(running, at_once=AT_ONCE) as gateway, asyncio.TaskGroup() as talks:
        for turns in conversations(lines):
            talks.create_task(hold(turns))
    return [answers[place] for place in range(len(lines))]


async def _answer(gateway: httpx.AsyncClient, line: Line, run: str) -> Line:
    """Ask as a citizen who lets the transcript be kept; an error takes the answer's place."""
    if "error" in line:
        return line
    named = line.get("conversation")
    question = {
        "text": line["text"],
        "conversation": None if named is None else str(named),
        "channel": "replay",
        "consent": True,
        "run": run,
    }
    try:
        return {"id": line["id"], **as_agreed(await ask(gateway, question))}
    except NoAnswer as error:
        return {"id": line["id"], "error": f"no answer: {error}"}
