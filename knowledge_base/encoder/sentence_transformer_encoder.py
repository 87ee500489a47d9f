"""Any model of sentence-transformers, by the name of the hub or by its folder."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge_base.encoder.encoder import EncoderNotInstalled, EncoderUnusable, composed
from knowledge_base.encoder.prompts import PASSAGE, QUERY

if TYPE_CHECKING:
    from knowledge_base.encoder.encoder import Vectors

BATCH = 32
_E5 = re.compile(r"(^|/)(multilingual-)?e5-(small|base|large)(-v2)?$")
"""Models that want prompts and do not say so in their files."""


class SentenceTransformerEncoder:
    """Loads its model when made; a name is looked for in the local cache alone unless HF_HUB_OFFLINE=0."""

    def __init__(self, name: str) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderNotInstalled(
                f"The encoder needs the package {error.name}.", "make encoder"
            ) from error
        try:
            self._model = SentenceTransformer(name, device="cpu", prompts=_missing_prompts(name))
        except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
            raise _unusable(name, error) from error
        self.identity = f"{name}@{_revision(self._model)}"

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape (texts, dimensions)."""
        return self._encoded(self._model.encode_document, [composed(text) for text in texts])

    def query(self, text: str) -> Vectors:
        """Return float32 of shape (dimensions,)."""
        return self._encoded(self._model.encode_query, composed(text))

    def _encoded(self, encode: Any, texts: str | list[str]) -> Vectors:
        vectors: Any = encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        found: Vectors = vectors.astype("float32", copy=False)
        return found


def _missing_prompts(name: str) -> dict[str, str] | None:
    return {"query": QUERY, "document": PASSAGE} if _E5.search(name) else None


def _unusable(name: str, error: Exception) -> EncoderUnusable:
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    if Path(name).exists():
        return EncoderUnusable(f"{name} is no sentence-transformers model: {reason}", "mend MOTCUA_ENCODER")
    return EncoderUnusable(
        f"The model {name} is no folder and cannot be loaded: {reason}",
        "mend MOTCUA_ENCODER, or set HF_HUB_OFFLINE=0 once to fetch it",
    )


def _revision(model: Any) -> str:
    """Return the commit of a model of the hub; a folder has none."""
    config = getattr(model[0], "auto_model", model).config if len(model) else None
    return getattr(config, "_commit_hash", None) or "folder"
