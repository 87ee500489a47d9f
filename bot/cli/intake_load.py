"""Put made-up dossiers into the reference backend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from bot.cli.assistant import ANSWER_WITHIN_SECONDS, assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from office.secrets import secrets
from office.settings import settings


def load(file: Path, as_json: bool) -> None:
    """Send the file to the backend, which reads it, and print what it loaded."""
    try:
        content = file.read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}.", ExitCode.USAGE)
    with assistant():
        result = send(content, str(file))
    if errors := result.get("errors"):
        fail("\n".join(map(str, errors)), ExitCode.FINDINGS)
    give(result, as_json=as_json, plain=f"{len(result.get('loaded', []))} dossiers loaded")


def send(content: bytes, name: str) -> dict[str, Any]:
    """Hand a file to the backend; its errors come back with file, line, field and how to mend."""
    chosen = settings()
    try:
        response = httpx.post(
            f"http://{chosen.host}:{chosen.intake_port}/dossiers:load",
            params={"file": name},
            content=content,
            headers={
                "X-Motcua-Secret": secrets(chosen.state_dir).intake_secret,
                "Content-Type": "application/yaml",
            },
            timeout=ANSWER_WITHIN_SECONDS,
        )
        result: dict[str, Any] = response.json()
    except (httpx.HTTPError, ValueError) as error:
        fail(f"The intake backend did not answer ({type(error).__name__}).", ExitCode.NO_ANSWER)
    return result
