"""Shows how the assistant comes up: a table on a terminal, one line a change elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import suppress

from rich.console import Console
from rich.live import Live
from rich.table import Table

from bot.cli.speech import tell
from bot.supervisor.show import Show

PARTS = ("gateway", "database", "intake", "actions", "engine")


def show_for_this_terminal() -> Show:
    """Return what suits stderr."""
    return TerminalShow() if sys.stderr.isatty() else LineShow()


class LineShow:
    """One line a change, for logs and pipes."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._states: dict[str, str] = {}

    def part(self, name: str, state: str) -> None:
        if self._states.get(name) != state:
            self._states[name] = state
            tell(f"{time.monotonic() - self._began:5.1f} s  {name}: {state}")

    def say(self, text: str) -> None:
        tell(text)

    def tick(self) -> None:
        """Nothing moves in lines."""

    def rest(self) -> None:
        """Nor does it have to come to rest."""


class TerminalShow:
    """A table that moves until everything is ready; after that, lines."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._began = time.monotonic()
        self._states: dict[str, tuple[str, float]] = dict.fromkeys(PARTS, ("waiting", 0.0))
        self._live: Live | None = Live(self._table(), console=self._console, auto_refresh=False)
        self._live.start()

    def part(self, name: str, state: str) -> None:
        if self._states[name][0] != state:
            self._states[name] = (state, time.monotonic() - self._began)
        if all(state == "ready" for state, _ in self._states.values()):
            self.rest()

    def say(self, text: str) -> None:
        with suppress(OSError):
            self._console.print(text)

    def tick(self) -> None:
        if self._live:
            with suppress(OSError):
                self._live.update(self._table(), refresh=True)

    def rest(self) -> None:
        self.tick()
        if self._live:
            with suppress(OSError):
                self._live.stop()
        self._live = None

    def _table(self) -> Table:
        table = Table(box=None, show_header=False)
        now = time.monotonic() - self._began
        for name, (state, since) in self._states.items():
            seconds = since if state == "ready" else now
            color = "green" if state == "ready" else "yellow"
            table.add_row(name, f"[{color}]{state}[/]", f"{seconds:.1f} s" if state != "waiting" else "")
        return table
