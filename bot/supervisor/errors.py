"""Why the assistant could not be started."""

from __future__ import annotations


class NotStarted(Exception):
    """Base; the message says what is wrong, where, and how to mend it."""


class AlreadyRunning(NotStarted):
    """Another process serves this state folder."""


class PortsTaken(NotStarted):
    """Something else listens where the assistant should."""


class NotSetUp(NotStarted):
    """The environment of the engine is missing."""


class TrainingFailed(NotStarted):
    """The model could not be trained."""
