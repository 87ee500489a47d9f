"""What surrounds every command: no traceback for what a person can mend."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import tell


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Turn a wrong setting, an interruption and a closed pipe into a line and an exit status."""
    try:
        yield
    except ValidationError as error:
        _end(f"A setting cannot be: {_settings_in(error)}. Mend it in the environment.", ExitCode.USAGE)
    except KeyboardInterrupt:
        _end("interrupted.", ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(int(ExitCode.DONE))
    except Exception as error:
        _end(f"{_fault(error)} This is a fault in the program; report this line.", ExitCode.FAULT)


def _settings_in(error: ValidationError) -> str:
    return "; ".join(f"MOTCUA_{str(part['loc'][0]).upper()}: {part['msg']}" for part in error.errors())


def _fault(error: Exception) -> str:
    """Say what failed and in which line of ours; not what it was about, which may be private."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {frame.filename}:{frame.lineno}."


def _end(what: str, code: ExitCode) -> None:
    tell(f"motcua: {what}")
    sys.exit(int(code))
