"""Where progress is shown."""

from __future__ import annotations

from rich.console import Console


def errors() -> Console:
    """Return a console on stderr; off a terminal it draws nothing that moves."""
    return Console(stderr=True)
