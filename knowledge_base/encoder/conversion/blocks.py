"""Weights of four bits in blocks of 32, as llama.cpp's Q4_0 has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
ZERO = 8
"""The number that stands for a weight of 0."""


@dataclass(frozen=True)
class Blocks:
    """A matrix of numbers from 0 to 15; a weight is (number - 8) times the scale of its block.

    ``numbers`` is uint8 of shape (rows, columns), ``scales`` float32 of shape (rows, columns / 32).
    """

    numbers: NDArray[np.uint8]
    scales: NDArray[np.float32]

    @classmethod
    def decode(cls, raw: bytes, columns: int) -> Blocks:
        """Read rows of blocks: a scale of 16 bits, then 16 bytes.

        Byte j holds number j in its low half and number j + 16 in its high half.
        """
        rows = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
        halves = rows[:, 2:]
        numbers = np.concatenate([halves & 0x0F, halves >> 4], axis=1).reshape(-1, columns)
        scales = rows[:, :2].copy().view("<f2").astype(np.float32)
        return cls(numbers, scales.reshape(-1, columns // BLOCK))

    def chosen(self, rows: Sequence[int]) -> Blocks:
        """Return some of the rows, in the order given."""
        return Blocks(self.numbers[rows], self.scales[rows])

    def weights(self) -> NDArray[np.float32]:
        """Return float32 of shape (rows, columns)."""
        return (self.numbers.astype(np.float32) - ZERO) * self.scales.repeat(BLOCK, axis=1)

    def pairs(self) -> NDArray[np.uint8]:
        """Return uint8 of shape (rows, columns / 2): neighbours share a byte, the first in its low half."""
        packed: NDArray[np.uint8] = (self.numbers[:, 0::2] | (self.numbers[:, 1::2] << 4)).astype(np.uint8)
        return packed
