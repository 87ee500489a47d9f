"""What the search is compared with: other ways to rank the same documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

RANKED_AT_MOST: Final = 40
"""As many as our own search weighs; what comes later counts as not found."""


class Peer(Protocol):
    """One way to rank documents."""

    def rank(self, question: str) -> Sequence[str]:
        """Return the codes of the documents found for a question as typed, likeliest first, 40 at most."""


class PeerUnavailable(Exception):
    """A peer cannot be built on this machine: what is missing, and what brings it."""


def best(scores: NDArray[np.floating], codes: Sequence[str]) -> list[str]:
    """Return the codes with the highest scores, [len(codes)], above 0; of equals the earlier ones first."""
    most = min(RANKED_AT_MOST, len(codes))
    places = np.argpartition(-scores, most - 1)[:most] if most else np.zeros(0, np.intp)
    ordered = places[np.lexsort((places, -scores[places]))]
    return [codes[place] for place in ordered.tolist() if scores[place] > 0]
