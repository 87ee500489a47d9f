"""Cross-validation: each text is asked of a training that left it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from bot.understanding.labelled import Labelled

_SEED = 20260718


def folds(texts: Sequence[Labelled], count: int) -> list[tuple[list[int], list[int]]]:
    """Return ``count`` pairs of places, to train on and to ask; each intent is spread evenly, the same every time.

    The only text of an intent is trained on and never asked.
    """
    of_intent: dict[str, list[int]] = defaultdict(list)
    for place, labelled in enumerate(texts):
        of_intent[labelled.intent].append(place)
    random, turn = np.random.default_rng(_SEED), 0
    fold_of = np.full(len(texts), -1)
    for intent in sorted(of_intent):
        places = of_intent[intent]
        if len(places) == 1:
            continue
        for place in random.permutation(places):
            fold_of[place] = turn % count
            turn += 1
    return [
        (np.flatnonzero(fold_of != fold).tolist(), np.flatnonzero(fold_of == fold).tolist())
        for fold in range(count)
    ]
