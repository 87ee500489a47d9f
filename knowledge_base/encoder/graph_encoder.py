"""The converted encoder, run by onnxruntime: no torch, one thread a text, weights of four bits."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge_base.encoder.encoder import EncoderNotInstalled, EncoderUnusable, composed
from knowledge_base.encoder.layout import GRAPH, ORIGIN, TOKENIZER
from knowledge_base.encoder.prompts import PASSAGE, QUERY

if TYPE_CHECKING:
    from knowledge_base.encoder.encoder import Vectors

BATCH = 32
LONGEST = 512
"""Pieces of a text that are read; the network has no more places."""

_ERRORS_ONLY = 3


class GraphEncoder:
    """Reads its folder once; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        try:
            import numpy
            import onnxruntime
            import tokenizers
        except ImportError as error:
            raise EncoderNotInstalled(
                f"The encoder needs the package {error.name}.", "make encoder"
            ) from error
        self._numpy = numpy
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        try:
            self.identity = hashlib.sha256((folder / ORIGIN).read_bytes()).hexdigest()
            self._tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
            self._session = onnxruntime.InferenceSession(folder / GRAPH, options)
        except Exception as error:  # tokenizers and onnxruntime raise plain exceptions
            raise EncoderUnusable(
                f"The encoder in {folder} cannot be read: {error}", f"rm -r {folder} && make encoder"
            ) from error
        self._tokenizer.enable_truncation(LONGEST)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape (texts, dimensions); batches of like length go to all processors."""
        vectors = self._numpy.empty((len(texts), self._session.get_outputs()[0].shape[1]), "float32")
        by_length = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        batches = [by_length[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            done = pool.map(lambda batch: self._run([PASSAGE + composed(texts[at]) for at in batch]), batches)
            for batch, rows in zip(batches, done, strict=True):
                vectors[batch] = rows
        return vectors

    def query(self, text: str) -> Vectors:
        """Return float32 of shape (dimensions,)."""
        vector: Vectors = self._run([QUERY + composed(text)])[0]
        return vector

    def _run(self, texts: list[str]) -> Vectors:
        cut = [self._tokenizer.encode(text).ids for text in texts]
        longest = max(map(len, cut))
        ids: Any = self._numpy.zeros((len(cut), longest), "int32")
        mask = self._numpy.zeros_like(ids)
        for row, pieces in enumerate(cut):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        vectors: Vectors = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors
