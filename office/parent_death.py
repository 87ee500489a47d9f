"""Processes that end when their parent does, however it ends."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable

_SET_PARENT_DEATH_SIGNAL = 1


def dies_with_us(how: signal.Signals) -> Callable[[], None]:
    """Return what a child does before it becomes its program: ask for a signal at this process's end.

    Start such a child from the main thread: the kernel takes the end of the starting thread for ours.
    """
    libc, parent = ctypes.CDLL(None), os.getpid()

    def ask() -> None:
        libc.prctl(_SET_PARENT_DEATH_SIGNAL, int(how))
        if os.getppid() != parent:
            os._exit(1)

    return ask


def end_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """Have this process sent a signal when the process that started it ends."""
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, int(how))
