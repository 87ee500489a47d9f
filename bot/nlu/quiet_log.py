"""Logging of the engine: errors, on stderr, without anything that a person wrote.

Rasa hands what was typed to its log as fields of an event; only the event's name and level are let through.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_KEPT = ("event", "level")


def configure() -> None:
    """Set up both of Rasa's ways of logging."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(message)s")
    structlog.configure(
        processors=[structlog.stdlib.add_log_level, _without_fields, structlog.processors.KeyValueRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _without_fields(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: event[name] for name in _KEPT if name in event}
