"""What the exit status of ``motcua`` means."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The whole list; ``motcua --help`` shows it."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    NO_ANSWER = 3
    NOT_STARTED = 4
    FAULT = 70
    INTERRUPTED = 130


MEANING = {
    ExitCode.DONE: "done",
    ExitCode.FINDINGS: "findings, or a mistake in the input",
    ExitCode.USAGE: "wrong usage, or a setting that cannot be",
    ExitCode.NO_ANSWER: "a service did not answer",
    ExitCode.NOT_STARTED: "the assistant could not be started",
    ExitCode.FAULT: "a fault in the program",
    ExitCode.INTERRUPTED: "interrupted",
}


def explained() -> str:
    """Return the list for the help page."""
    return "Exit status: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in MEANING.items()) + "."
