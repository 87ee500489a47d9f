"""How the command line speaks: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any, NoReturn

import typer

from bot.cli.exit_codes import ExitCode


def tell(text: str) -> None:
    """Say something about what is going on; nobody may be there to read it."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def give(result: Any, *, as_json: bool, plain: str) -> None:
    """Print the result: one JSON object, or the plain text."""
    print(json.dumps(result, ensure_ascii=False) if as_json else plain, flush=True)


def fail(what: str, code: ExitCode) -> NoReturn:
    """Say what is wrong and how to mend it, and end with the code."""
    tell(f"motcua: {what}")
    raise typer.Exit(int(code))
