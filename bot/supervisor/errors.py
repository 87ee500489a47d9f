"""Why the assistant could not be started."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge_base.findings import Finding
from office.mendable import Mendable


class NotStarted(Mendable):
    """Base."""


class AlreadyRunning(NotStarted):
    """Another process serves this state folder."""


class PortsTaken(NotStarted):
    """Something else listens where the assistant should."""


class NotSetUp(NotStarted):
    """The environment of the engine is missing."""


class DatabaseRefused(NotStarted):
    """The PostgreSQL of the settings does not let us in, and waiting does not help."""


class KeepsEnding(NotStarted):
    """A service ends as soon as it is started, time after time."""


class HasMistakes(NotStarted):
    """What maintainers write has mistakes with which the assistant could not answer."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        listed = "\n".join(f"  {finding}" for finding in findings)
        super().__init__(f"Mend these first; motcua check says whether that is done:\n{listed}")


class NotPublished(NotStarted):
    """There is no snapshot of the knowledge, and none could be made."""


class TrainingFailed(NotStarted):
    """The model could not be trained."""
