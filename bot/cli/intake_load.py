"""Put made-up dossiers into the reference backend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.supervisor.run_file import Running
from office.secrets import secrets
from office.settings import settings

LOADED_WITHIN_SECONDS = 65.0
"""The backend takes sixty at most."""


def load(file: Path, as_json: bool) -> None:
    """Send the file to the backend, which reads it, and print the codes of what it loaded."""
    try:
        content = file.read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}. Mend the path.", ExitCode.FINDINGS)
    with assistant() as running:
        answer = _send(running, str(file), content)
    loaded = answer["loaded"]
    give({"loaded": loaded}, as_json=as_json, plain="\n".join([*loaded, f"{len(loaded)} dossiers loaded"]))


def _send(running: Running, file: str, content: bytes) -> dict[str, Any]:
    """Hand the file over; what is wrong in it comes back with file, line, what, why and how to mend it."""
    try:
        response = httpx.post(
            f"{running.intake}/dossiers:load",
            params={"file": file},
            content=content,
            headers={
                "X-Motcua-Secret": secrets(settings().state_dir).intake_secret,
                "Content-Type": "application/yaml",
            },
            timeout=LOADED_WITHIN_SECONDS,
            trust_env=False,
        )
        answer: dict[str, Any] = response.json()
    except (httpx.HTTPError, ValueError) as error:
        fail(f"The intake backend did not answer ({type(error).__name__}).", ExitCode.NO_ANSWER)
    if mistakes := answer.get("errors"):
        fail(f"{file}: nothing was loaded.\n" + "\n".join(map(str, mistakes)), ExitCode.FINDINGS)
    if not response.is_success:
        fail(f"The intake backend refused {file} (status {response.status_code}).", ExitCode.NO_ANSWER)
    return answer
