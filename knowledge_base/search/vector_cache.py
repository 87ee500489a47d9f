"""The vectors of texts that were encoded before, so that publishing again encodes only what is new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge_base.encoder.encoder import Encoder, composed

_AT_ONCE = 512
"""Texts that are encoded between two reports and two writes; some ten seconds on two cores."""
_HASH_BYTES = 16

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows, while its block runs, how much of a whole is done; it is handed what tells that."""


def silent(what: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
    """Show nothing."""
    return nullcontext(lambda done: None)


@dataclass(frozen=True)
class VectorCache:
    """One file, of one encoder, of the texts asked for last; one that cannot be read is begun anew."""

    file: Path

    def vectors(
        self, texts: Sequence[str], encoder: Encoder, progress: Progress = silent
    ) -> NDArray[np.float16]:
        """Return float16 [texts, dimensions] of the texts as passages; 18,000 new ones take minutes.

        What is done is kept when it is ended in the middle. The same text has the same vector as long as the file
        is there; encoding it again beside others may differ in the last bit.
        """
        wanted = {_key(text): text for text in texts}
        known = {key: vector for key, vector in self._read(encoder).items() if key in wanted}
        new = [key for key in wanted if key not in known]
        if new:
            with progress("Encode", len(new)) as advance:
                for start in range(0, len(new), _AT_ONCE):
                    keys = new[start : start + _AT_ONCE]
                    made = encoder.passages([wanted[key] for key in keys]).astype(np.float16)
                    known |= dict(zip(keys, made, strict=True))
                    self._write(known, encoder)
                    advance(start + len(keys))
        return np.stack([known[_key(text)] for text in texts]) if texts else np.zeros((0, 0), np.float16)

    def _read(self, encoder: Encoder) -> dict[bytes, NDArray[np.float16]]:
        try:
            with self.file.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
                if arrays["encoder"].item() != encoder.identity:
                    return {}
                return {
                    key.tobytes(): vector
                    for key, vector in zip(arrays["keys"], arrays["vectors"], strict=True)
                }
        except (OSError, ValueError, KeyError, EOFError, BadZipFile):
            return {}

    def _write(self, known: dict[bytes, NDArray[np.float16]], encoder: Encoder) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.file.with_name(f".{self.file.name}.{os.getpid()}")
        keys = np.frombuffer(b"".join(known), np.uint8).reshape(-1, _HASH_BYTES)
        with unfinished.open("wb") as file:
            np.savez(
                file,
                allow_pickle=False,
                encoder=np.array(encoder.identity),
                keys=keys,
                vectors=np.stack(list(known.values())),
            )
        unfinished.rename(self.file)


def _key(text: str) -> bytes:
    return hashlib.sha256(composed(text).encode("utf-8", "surrogatepass")).digest()[:_HASH_BYTES]
