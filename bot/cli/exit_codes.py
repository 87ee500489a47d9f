"""What the exit status of ``motcua`` means."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """0 done · 1 findings or a wrong input · 2 wrong usage · 3 a service did not answer · 4 it could not start."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    NO_ANSWER = 3
    NOT_STARTED = 4
