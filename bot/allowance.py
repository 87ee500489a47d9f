"""How much one client may ask for, so that nobody uses up what is there for all."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.errors import TooMany

_MINUTE = 60.0
_MOST_CLIENTS = 10_000


class Allowance:
    """So many deeds a minute for each client, saved up for a minute at most; knows the latest clients only."""

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_minute = a_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Take one; raise TooMany when the client has none left."""
        now = self._clock()
        left, at = self._left.pop(client, (float(self._a_minute), now))
        left = min(float(self._a_minute), left + (now - at) * self._a_minute / _MINUTE)
        self._left[client] = (max(0.0, left - 1.0), now)
        while len(self._left) > _MOST_CLIENTS:
            self._left.popitem(last=False)
        if left < 1.0:
            raise TooMany
