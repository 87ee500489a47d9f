"""Put made-up dossiers into the reference backend."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import httpx

from bot.cli.assistant import assistant
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give, tell
from bot.supervisor.run_file import Running
from office.secrets import secrets
from office.settings import settings

LOADED_WITHIN_SECONDS = 65.0
"""The backend takes sixty at most."""

LARGEST_BYTES = 8_000_000
"""What the backend takes (intake/app.py)."""


def load(file: Path, as_json: bool) -> None:
    """Send the file to the backend, which reads it, and print the codes of what it loaded."""
    content = _content(file)
    with assistant() as running:
        answer = _send(running, str(file), content)
    for left_out in answer.get("left_out", ()):
        tell(str(left_out))
    loaded = answer["loaded"]
    give({"loaded": loaded}, as_json=as_json, plain="\n".join([*loaded, f"{len(loaded)} dossiers loaded"]))


def _content(file: Path) -> bytes:
    """Return the bytes of a plain file that is not too large for the backend."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            fail(f"{file} is no plain file. Name a YAML file of dossiers.", ExitCode.FINDINGS)
        if found.st_size > LARGEST_BYTES:
            megabytes = LARGEST_BYTES // 1_000_000
            fail(f"{file} is larger than {megabytes} MB. Split it.", ExitCode.FINDINGS)
        return file.read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}. Mend the path.", ExitCode.FINDINGS)


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
