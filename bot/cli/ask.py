"""Ask the assistant one question."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import typer

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.questions import NoAnswer, as_agreed, gateway_client
from bot.cli.questions import ask as put
from bot.cli.speech import fail, give
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
    give(as_agreed(answer), as_json=as_json, plain=_plain(answer, running.gateway))
    if answer["outcome"] in _ERRORS:
        raise typer.Exit(int(ExitCode.NO_ANSWER))


async def _ask(running: Running, question: dict[str, Any]) -> dict[str, Any]:
    async with gateway_client(running) as gateway:
        return await put(gateway, question)


def _plain(answer: dict[str, Any], gateway: str) -> str:
    """Return the text, the choices and the addresses of lists to print."""
    choices = (f"  [{number}] {title}" for number, title in enumerate(answer["buttons"], 1))
    prints = (f"  [print] {gateway}{path}" for path in answer.get("checklists", ()))
    return "\n".join([answer["text"], *choices, *prints])
