"""The same questions with and without diacritics, in pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge_base.evaluation.measures import Share, first_right, share
from knowledge_base.evaluation.noises.typed import typed
from knowledge_base.evaluation.peers.peer import Peer
from knowledge_base.evaluation.peers.ranks import Wanted, ranks, silent


@dataclass(frozen=True)
class Paired:
    """Right first with diacritics and without; how many questions only one of the two got right.

    ``lost`` is how much less often it is without, over pairs.
    """

    accented: Share
    unaccented: Share
    lost: Share
    only_accented: int
    only_unaccented: int


def paired(peer: Peer, questions: Sequence[Wanted], asked: Callable[[], None] = silent) -> Paired:
    """Ask every question that has diacritics twice."""
    marked = [question for question in questions if not question.question.isascii()]
    plain = [Wanted(typed(question.question, "no_diacritics"), question.right) for question in marked]
    with_marks, without = (
        np.array(first_right(ranks(peer, part, asked).first_right), float) for part in (marked, plain)
    )
    return Paired(
        share(with_marks),
        share(without),
        share(with_marks - without),
        int((with_marks > without).sum()),
        int((without > with_marks).sum()),
    )
