"""Weights of evidence fitted to questions: the right procedure against the others, the known against the unknown."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_STEPS, _CLOSE = 60, 1e-6


def fit_choice(
    evidence: Numbers, right: NDArray[np.intp], weights: Numbers, ridge: Numbers, prior: Numbers
) -> Numbers:
    """Fit a conditional logit by Newton's method.

    ``evidence`` [questions, candidates, kinds], ``right`` [questions] the row of the right candidate,
    ``weights`` [questions] how much each counts, ``prior`` [kinds] what the weights are drawn to, ``ridge`` [kinds]
    how strongly. Returns a weight for each kind of evidence.
    """
    spread = evidence.reshape(-1, evidence.shape[2]).std(axis=0) + 1e-6
    scaled = evidence / spread
    every = np.arange(len(right))
    believed = prior * spread
    found = believed.copy()
    for _ in range(_STEPS):
        scores = scaled @ found
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        expected = np.einsum("qc,qck->qk", shares, scaled)
        slope = (weights[:, None] * (scaled[every, right] - expected)).sum(axis=0) - ridge * (
            found - believed
        )
        weighted = scaled * np.sqrt(shares * weights[:, None])[:, :, None]
        flat = weighted.reshape(-1, scaled.shape[2])
        around = expected * np.sqrt(weights)[:, None]
        bend = flat.T @ flat - around.T @ around + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < _CLOSE:
            break
    weights_found: Numbers = found / spread
    return weights_found
