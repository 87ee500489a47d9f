"""Turn the plain data of a JSON file back into the dataclasses that it was written from."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def decoded(kind: type[T], data: Any) -> T:
    """Return a ``kind`` made of ``data``; raises KeyError, TypeError or ValueError where it does not fit.

    Knows dataclasses, tuples of one kind, optional values and dates; all else is taken as it stands.
    """
    value: T = _value(kind, data)
    return value


def _value(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _value(hint, data[name]) for name, hint in _hints(kind).items()})
    if kind is date:
        return date.fromisoformat(data)
    if get_origin(kind) is tuple:
        (item, _) = get_args(kind)
        return tuple(_value(item, part) for part in data)
    if get_origin(kind) is UnionType and data is not None:
        return _value(get_args(kind)[0], data)
    return data


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
