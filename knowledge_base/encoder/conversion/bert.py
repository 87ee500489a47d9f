"""The network under the names that Hugging Face's BertModel gives its weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge_base.encoder.conversion.e5s1 import E5

LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORM = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def columns(e5: E5, part: str) -> int:
    """Return how many numbers a matrix of a layer takes in."""
    return e5.shape.inner if part == "fo" else e5.shape.width


def weights(e5: E5, keep: Sequence[int]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield each weight with its name; of the word embeddings only the rows to keep, in that order."""
    width = e5.shape.width
    yield "embeddings.word_embeddings.weight", e5.blocks("emb.word", width).chosen(keep).weights()
    yield "embeddings.position_embeddings.weight", e5.plain("emb.pos").reshape(-1, width)
    yield "embeddings.token_type_embeddings.weight", e5.plain("emb.type").reshape(-1, width)
    yield from _norm(e5, "emb.ln", "embeddings.LayerNorm")
    for layer in range(e5.shape.layers):
        for part, name in LINEAR.items():
            full = f"encoder.layer.{layer}.{name}"
            yield f"{full}.weight", e5.blocks(f"l{layer}.{part}.w", columns(e5, part)).weights()
            yield f"{full}.bias", e5.plain(f"l{layer}.{part}.b")
        for part, name in NORM.items():
            yield from _norm(e5, f"l{layer}.{part}", f"encoder.layer.{layer}.{name}")


def config(e5: E5, rows: int, padding: int) -> dict[str, Any]:
    """Return the content of ``config.json`` for a vocabulary of so many rows."""
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": e5.shape.width,
        "num_hidden_layers": e5.shape.layers,
        "num_attention_heads": e5.shape.heads,
        "intermediate_size": e5.shape.inner,
        "vocab_size": rows,
        "max_position_embeddings": e5.shape.positions,
        "type_vocab_size": e5.shape.kinds,
        "layer_norm_eps": e5.shape.epsilon,
        "pad_token_id": padding,
    }


def _norm(e5: E5, part: str, name: str) -> Iterator[tuple[str, NDArray[np.float32]]]:
    yield f"{name}.weight", e5.plain(f"{part}.w")
    yield f"{name}.bias", e5.plain(f"{part}.b")
