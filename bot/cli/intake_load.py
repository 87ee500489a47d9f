"""Put made-up dossiers into the reference backend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from bot.cli.assistant import ANSWER_WITHIN_SECONDS, assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.supervisor.run_file import Running
from office.secrets import secrets
from office.settings import settings


def load(file: Path, as_json: bool) -> None:
    """Send the file to the backend, which reads it, and print the codes of what it loaded."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{file}: cannot be read: {error}.", ExitCode.FINDINGS)
    with assistant() as running:
        answer = _send(running, str(file), text)
    loaded = answer["loaded"]
    give({"loaded": loaded}, as_json=as_json, plain="\n".join([*loaded, f"{len(loaded)} dossiers loaded"]))


def _send(running: Running, file: str, text: str) -> dict[str, Any]:
    """Hand the file over; what is wrong in it comes back with file, line, what, why and how to mend it."""
    try:
        response = httpx.post(
            f"{running.intake}/dossiers:load",
            json={"file": file, "text": text},
            headers={"X-Motcua-Secret": secrets(settings().state_dir).intake_secret},
            timeout=ANSWER_WITHIN_SECONDS,
            trust_env=False,
        )
        answer: dict[str, Any] = response.json()
    except (httpx.HTTPError, ValueError) as error:
        fail(f"The intake backend did not answer ({type(error).__name__}).", ExitCode.NO_ANSWER)
    if findings := answer.get("findings"):
        fail(
            f"{file} has mistakes; nothing was loaded.\n"
            + "\n".join(finding["text"] for finding in findings),
            ExitCode.FINDINGS,
        )
    if answer.get("error") == "real_dossier":
        fail(
            f"{file}: {answer['code']} is the code of a real dossier; nothing was loaded.", ExitCode.FINDINGS
        )
    if not response.is_success:
        fail(f"The intake backend refused the file ({response.status_code}).", ExitCode.NO_ANSWER)
    return answer
