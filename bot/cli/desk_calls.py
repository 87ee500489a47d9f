"""The desk's door of the gateway, for the command line."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import httpx

from bot.cli.assistant import ANSWER_WITHIN_SECONDS, assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail
from office.secrets import secrets
from office.settings import settings


def call(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """Return what the gateway answers, None for a deed; end with a sentence where it cannot be done."""
    with assistant() as running:
        try:
            response = httpx.request(
                method,
                f"{running.gateway}/internal{path}",
                content=json.dumps(body).encode("ascii") if body is not None else None,
                headers={
                    "X-Motcua-Secret": secrets(settings().state_dir).local_secret,
                    "Content-Type": "application/json",
                },
                timeout=ANSWER_WITHIN_SECONDS,
                trust_env=False,
            )
        except httpx.HTTPError as error:
            fail(
                f"The gateway did not answer ({type(error).__name__}). Run: motcua doctor", ExitCode.NO_ANSWER
            )
    if response.is_success:
        return response.json() if response.content else None
    _fail(response, path)


def _fail(response: httpx.Response, path: str) -> NoReturn:
    told = {
        404: f"There is none of this number: {path}. List them first.",
        409: "Somebody else has it, or it is settled, or nobody has taken it over yet. List them to see.",
        422: "The gateway did not take it: a text or name is empty or too long.",
    }
    known = told.get(response.status_code)
    fail(
        known or f"The gateway refused (status {response.status_code}).",
        ExitCode.FINDINGS if known else ExitCode.NO_ANSWER,
    )
