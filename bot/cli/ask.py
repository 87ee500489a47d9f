"""Ask the assistant one question."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import typer

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.questions import NoAnswer, as_agreed, gateway_client
from bot.cli.questions import ask as put
from bot.cli.speech import fail, give, tell
from bot.supervisor.run_file import Running
from office.outcome import Outcome

_ERRORS = frozenset(outcome for outcome in Outcome if outcome.family == "error")


def ask(text: str, conversation: str | None, as_json: bool) -> None:
    """Print the answer; ``-`` reads the question from standard input; a conversation goes on where it was."""
    question = {
        "text": sys.stdin.read() if text == "-" else text,
        "conversation": conversation,
        "channel": "cli",
    }
    with assistant() as running:
        try:
            answer = asyncio.run(_ask(running, question))
        except NoAnswer as error:
            fail(f"The gateway did not answer ({error}). Run: motcua doctor", ExitCode.NO_ANSWER)
    copy = {"data": answer["data"]} if "data" in answer else {}
    give(as_agreed(answer) | copy, as_json=as_json, plain=_plain(answer, running.gateway))
    if "notice" in answer:
        tell(f"\n{answer['notice']}")
    if answer["outcome"] in _ERRORS:
        raise typer.Exit(int(ExitCode.NO_ANSWER))


async def _ask(running: Running, question: dict[str, Any]) -> dict[str, Any]:
    async with gateway_client(running) as gateway:
        return await put(gateway, question)


def _plain(answer: dict[str, Any], gateway: str) -> str:
    """Return the text, the choices, the addresses of lists to print, and a copy of the own data."""
    choices = (f"  [{number}] {title}" for number, title in enumerate(answer["buttons"], 1))
    prints = (f"  [print] {gateway}{path}" for path in answer.get("checklists", ()))
    copy = [json.dumps(answer["data"], ensure_ascii=False, indent=2)] if "data" in answer else []
    return "\n".join([answer["text"], *choices, *prints, *copy])
