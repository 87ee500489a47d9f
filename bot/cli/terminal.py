"""Progress on stderr: a moving bar on a terminal, a plain line elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.cli.speech import tell

_LINE_EVERY_SECONDS = 10.0


@cache
def _console() -> Console:
    """Return the one console of all bars: one inside another is shown below it."""
    return Console(stderr=True)


@contextmanager
def progress_of(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show progress while the block runs; it is handed what tells how many are done."""
    console = _console()
    yield from _bar(console, what, total) if console.is_terminal else _lines(what, total)


def one_more(advance: Callable[[int], None]) -> Callable[[], None]:
    """Return what tells progress that one more is done."""
    done = count(1)
    return lambda: advance(next(done))


def _bar(console: Console, what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    columns = [TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()]
    if total is not None:
        columns.insert(2, MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.update(task, completed=done)


def _lines(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    tell(f"{what} …")
    said = time.monotonic()

    def update(done: int) -> None:
        nonlocal said
        if time.monotonic() - said >= _LINE_EVERY_SECONDS:
            said = time.monotonic()
            tell(f"{what}: {done} of {total}" if total is not None else f"{what} …")

    yield update
