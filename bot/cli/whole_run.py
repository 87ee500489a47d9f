"""What surrounds every command: no traceback for what a person can mend."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from pydantic import ValidationError
from yaml import YAMLError

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import tell
from office.mendable import Mendable

_OF_THE_PLACE = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.ENOTDIR,
    errno.EISDIR,
}
"""What keeps a file from being read or written and is no fault of the program."""

_ROOT, _NOT_OURS = Path(__file__).resolve().parents[2], "site-packages"


@contextmanager
def told_in_one_line() -> Iterator[None]:
    """Turn what a person can mend, an interruption and a closed pipe into a line and an exit status."""
    try:
        yield
    except ValidationError as error:
        _end(f"A setting cannot be: {_settings_in(error)}. Mend it in the environment.", ExitCode.USAGE)
    except Mendable as error:
        _end(str(error), ExitCode.NOT_STARTED)
    except YAMLError:
        _end("A file of words or tables is no YAML. motcua check says which.", ExitCode.FINDINGS)
    except KeyboardInterrupt:
        _end("interrupted.", ExitCode.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(int(ExitCode.DONE))
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OF_THE_PLACE and error.filename:
            _end(_place(error), ExitCode.NOT_STARTED)
        _end(f"{_fault(error)} This is a fault in the program; report this line.", ExitCode.FAULT)


def _settings_in(error: ValidationError) -> str:
    return "; ".join(f"MOTCUA_{str(part['loc'][0]).upper()}: {part['msg']}" for part in error.errors())


def _fault(error: Exception) -> str:
    """Say what failed and in which line of ours; not what it was about, which may be private."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame
        for frame in frames
        if Path(frame.filename).is_relative_to(_ROOT) and _NOT_OURS not in frame.filename
    ]
    frame = (ours or frames)[-1]
    return f"{type(error).__name__} at {frame.filename}:{frame.lineno}."


def _place(error: OSError) -> str:
    return (
        f"{error.filename}: {error.strerror}. Mend its rights or free space there, "
        "or set MOTCUA_STATE_DIR to a folder of yours."
    )


def _end(what: str, code: ExitCode) -> NoReturn:
    tell(f"motcua: {what}")
    sys.exit(int(code))
