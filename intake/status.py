"""The ten official statuses, the legal moves between them, and what each does to the clock."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from functools import lru_cache
from pathlib import Path

import yaml

_LABELS = Path(__file__).parent / "data" / "statuses.yml"


class Status(IntEnum):
    """Where a dossier stands, by the official number."""

    REGISTERED = 1
    ACCEPTED = 2
    NOT_ACCEPTED = 3
    IN_PROGRESS = 4
    SUPPLEMENT_ASKED = 5
    PAYMENT_ASKED = 6
    WITHDRAWAL_ASKED = 7
    STOPPED = 8
    DONE = 9
    HANDED_OVER = 10


class Clock(StrEnum):
    """Whether the time that the law allows is running."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


CLOCKS: Mapping[Status, Clock] = {
    Status.REGISTERED: Clock.NOT_STARTED,
    Status.ACCEPTED: Clock.RUNNING,
    Status.NOT_ACCEPTED: Clock.ENDED,
    Status.IN_PROGRESS: Clock.RUNNING,
    Status.SUPPLEMENT_ASKED: Clock.PAUSED,
    Status.PAYMENT_ASKED: Clock.PAUSED,
    Status.WITHDRAWAL_ASKED: Clock.ENDED,
    Status.STOPPED: Clock.ENDED,
    Status.DONE: Clock.ENDED,
    Status.HANDED_OVER: Clock.ENDED,
}

# What may follow what; None is a dossier that is not there yet. The usual way comes first.
LEGAL_MOVES: Mapping[Status | None, tuple[Status, ...]] = {
    None: (Status.ACCEPTED, Status.REGISTERED, Status.NOT_ACCEPTED),
    Status.REGISTERED: (Status.ACCEPTED, Status.NOT_ACCEPTED, Status.WITHDRAWAL_ASKED),
    Status.ACCEPTED: (Status.IN_PROGRESS, Status.SUPPLEMENT_ASKED, Status.WITHDRAWAL_ASKED, Status.STOPPED),
    Status.NOT_ACCEPTED: (),
    Status.IN_PROGRESS: (
        Status.DONE,
        Status.SUPPLEMENT_ASKED,
        Status.PAYMENT_ASKED,
        Status.WITHDRAWAL_ASKED,
        Status.STOPPED,
    ),
    Status.SUPPLEMENT_ASKED: (Status.IN_PROGRESS, Status.WITHDRAWAL_ASKED, Status.STOPPED),
    Status.PAYMENT_ASKED: (Status.IN_PROGRESS, Status.WITHDRAWAL_ASKED, Status.STOPPED),
    Status.WITHDRAWAL_ASKED: (),
    Status.STOPPED: (),
    Status.DONE: (Status.HANDED_OVER,),
    Status.HANDED_OVER: (),
}


@lru_cache(maxsize=1)
def labels() -> Mapping[Status, str]:
    """Return the official label of each status."""
    written: dict[int, str] = yaml.safe_load(_LABELS.read_text("utf-8"))
    return {Status(number): label for number, label in written.items()}
