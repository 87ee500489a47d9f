"""Ask the assistant one question."""

from __future__ import annotations

import asyncio

import httpx

from bot.cli.assistant import ask as put
from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give


def ask(text: str, conversation: str | None, as_json: bool) -> None:
    """Print the answer; with ``conversation`` the talk goes on where it was."""
    with assistant() as client:
        try:
            answer = asyncio.run(put(client, {"text": text, "conversation": conversation, "channel": "cli"}))
        except httpx.HTTPError as error:
            fail(f"The assistant did not answer ({type(error).__name__}).", ExitCode.NO_ANSWER)
    give(answer, as_json=as_json, plain=answer["text"])
