"""A server of ours that outlived the process that started it."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_STEPS = ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))
"""Fast shutdown, immediate shutdown, and what cannot be refused; seconds that each may take."""


def end_orphan(data: Path) -> None:
    """End a server that runs on this data folder, and forget one that does not run any more.

    Call it only while holding the folder's lock: then a server that runs on it belongs to nobody. A process
    that merely got the number of a dead server is left alone.
    """
    pid_file = data / "postmaster.pid"
    try:
        pid = int(pid_file.read_text("utf-8").splitlines()[0])
    except (OSError, ValueError, IndexError):
        return
    with _handle_of(pid) as process:
        if process is not None and _serves(pid, data):
            _end(process)
        elif not _serves(pid, data):
            pid_file.unlink(missing_ok=True)


@contextmanager
def _handle_of(pid: int) -> Iterator[int | None]:
    """Hold on to the process itself, so that its number cannot pass to another one in between."""
    try:
        handle = os.pidfd_open(pid)
    except OSError:
        yield None
        return
    try:
        yield handle
    finally:
        os.close(handle)


def _serves(pid: int, data: Path) -> bool:
    try:
        program, *arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError):
        return False
    return program.endswith(b"/postgres") and str(data).encode() in arguments


def _end(process: int) -> None:
    for how, seconds in _STEPS:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(process, how)
        if select.select([process], [], [], seconds)[0]:
            return
