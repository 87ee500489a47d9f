"""What turns texts into vectors that lie close together when the texts mean the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]


class Encoder(Protocol):
    """A text encoder; the dot product of a query's and a passage's vector is their cosine."""

    @property
    def identity(self) -> str:
        """What changes when the same text would get another vector."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape (texts, dimensions), each row of length 1."""

    def query(self, text: str) -> Vectors:
        """Return float32 of shape (dimensions,), of length 1."""


class EncoderError(Exception):
    """An encoder was asked for and cannot be had: what is wrong, and what mends it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} To mend it: {mend}.")
        self.what = what
        self.mend = mend


class EncoderNotInstalled(EncoderError):
    """Packages that it needs are not there."""


class EncoderUnusable(EncoderError):
    """There is no such model, or its files cannot be read."""


def composed(text: str) -> str:
    """Return the text with composed letters and single spaces; models know no other Vietnamese."""
    return " ".join(unicodedata.normalize("NFC", text).split())
