"""Whether the terminal that we were started from is still there."""

from __future__ import annotations

import os
import select
import signal

_OUTPUTS = (0, 1, 2)


class Terminal:
    """The terminal at our standard streams, if any.

    Its end comes as a signal only to who leads its session; under make, that is not us.
    """

    def __init__(self) -> None:
        self._poll = select.poll()
        is_watched = signal.getsignal(signal.SIGHUP) != signal.SIG_IGN  # nohup has its way
        for number in _OUTPUTS if is_watched else ():
            if os.isatty(number):
                self._poll.register(number, 0)

    def is_closed(self) -> bool:
        """Whether it was there and is not any more."""
        return any(event & select.POLLHUP for _, event in self._poll.poll(0))
