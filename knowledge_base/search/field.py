"""How strongly texts hold their terms: BM25's saturation and length."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from knowledge_base.search.entries import Entries

_SATURATION = 1.2
_LENGTH = 0.5


def saturated(entries: Entries) -> Entries:
    """Return entries, each term of a text once, with strengths from 0 to below 1 in place of counts."""
    lengths = np.bincount(entries.texts, entries.counts)
    filled = lengths[lengths > 0]
    norms = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / (filled.mean() if len(filled) else 1.0))
    strengths = entries.counts / (entries.counts + norms[entries.texts])
    return replace(entries, counts=strengths.astype(np.float32))
