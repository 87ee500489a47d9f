"""What a person who starts the assistant sees of it."""

from __future__ import annotations

from typing import Protocol


class Show(Protocol):
    """Shown by the command line: a table on a terminal, plain lines elsewhere."""

    def part(self, name: str, state: str) -> None:
        """A part has come into another state."""

    def say(self, text: str) -> None:
        """Something has happened that stays on the screen."""

    def tick(self) -> None:
        """Time has passed; clocks on the screen may move."""

    def rest(self) -> None:
        """Nothing moves any more; only lines follow."""
