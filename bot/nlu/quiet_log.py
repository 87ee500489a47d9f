"""Logging of the engine: errors, on stderr, one line each, without anything that a person wrote.

Rasa hands what was typed to its log as fields of an event; only the event's name and level are let through. Of an
exception its type and where it came from are told, not its message.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

_KEPT = ("event", "level")


class OneLine(logging.Formatter):
    """A record in one line."""

    def formatException(self, ei: Any) -> str:
        frame = traceback.extract_tb(ei[2])[-1] if ei[2] else None
        return f"{ei[0].__name__} at {frame.filename}:{frame.lineno}" if frame else str(ei[0].__name__)

    def format(self, record: logging.LogRecord) -> str:
        return " ".join(super().format(record).split())


def configure() -> None:
    """Set up both of Rasa's ways of logging."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine("%(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, _without_fields, structlog.processors.KeyValueRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _without_fields(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: event[name] for name in _KEPT if name in event}
