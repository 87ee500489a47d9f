"""Children that end when their parent does, however it ends."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable

_SET_PARENT_DEATH_SIGNAL = 1


def end_with_parent(how: signal.Signals = signal.SIGTERM) -> Callable[[], None]:
    """Return what a child does before it becomes its program: ask the kernel for a signal at the parent's end."""
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(_SET_PARENT_DEATH_SIGNAL, int(how))
        if os.getppid() != parent:
            os._exit(1)

    return ask
