"""Turn the plain data of a JSON file back into the dataclasses that it was written from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]
_SHAPE_CHARACTERS = 12


def decoded(kind: type[T], data: Any) -> T:
    """Return a ``kind`` made of ``data``; raises KeyError, TypeError or ValueError where it does not fit.

    Knows dataclasses, tuples of one kind, optional values and dates; all else is taken as it stands.
    """
    hashable: Any = kind
    read = _reader(hashable)
    value: T = read(data) if read else data
    return value


def shape_of(kind: type) -> str:
    """Return a short hash of the fields of a dataclass and of those below it: data of another shape is no such."""
    return hashlib.sha256(repr(_shape(kind)).encode()).hexdigest()[:_SHAPE_CHARACTERS]


def _shape(kind: Any) -> Any:
    if _is_dataclass(kind):
        return kind.__name__, [(name, _shape(hint)) for name, hint in _fields(kind)]
    return [str(get_origin(kind)), *map(_shape, get_args(kind))] if get_origin(kind) else str(kind)


@lru_cache(maxsize=128)
def _reader(kind: Any) -> Reader | None:
    """Return what reads a kind, None where its data is taken as it stands."""
    if _is_dataclass(kind):
        return _dataclass_reader(kind)
    if kind is date:
        return date.fromisoformat
    if get_origin(kind) is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if get_origin(kind) is UnionType and (read := _reader(get_args(kind)[0])):
        return lambda data: None if data is None else read(data)
    return None


def _is_dataclass(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]


def _dataclass_reader(kind: Any) -> Reader:
    readers = [(name, _reader(hint)) for name, hint in _fields(kind)]

    def read(data: Mapping[str, Any]) -> Any:
        return kind(*[reader(data[name]) if reader else data[name] for name, reader in readers])

    return read


def _tuple_reader(item: Reader | None) -> Reader:
    return (lambda data: tuple(map(item, data))) if item else tuple
