"""Long names cut so that they still tell one from another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from actions.excerpt import excerpt

_GAP = " … "
_CLAUSE = re.compile(r"(?<=[:;,])\s")


def told_apart(names: Sequence[str], limit: int) -> tuple[str, ...]:
    """Return the names in at most ``limit`` characters each, white space made single, in their order.

    Names that are alike as far as they fit keep their beginning and the clause in which they begin to differ.
    """
    whole = [" ".join(name.split()) for name in names]
    titles = [_cut(name, limit) for name in whole]
    return tuple(
        _with_difference(
            name, [other for other, cut in zip(whole, titles, strict=True) if cut == title], limit
        )
        if titles.count(title) > 1
        else title
        for name, title in zip(whole, titles, strict=True)
    )


def _cut(name: str, limit: int) -> str:
    title, was_cut = excerpt(name, limit)
    return f"{title.rstrip('…')}…" if was_cut else title


def _with_difference(name: str, alike: Sequence[str], limit: int) -> str:
    """Take the clause from which the name is like none of the others, and as much of the beginning as fits."""
    shared = max((_shared(name, other) for other in alike if other != name), default=0)
    begins = max((match.end() for match in _CLAUSE.finditer(name, 0, shared)), default=0)
    if not begins:
        return _cut(name, limit)
    difference = _cut(name[begins:], limit * 2 // 3)
    beginning = _cut(name[:begins], limit - len(difference) - len(_GAP))
    return f"{beginning.rstrip('…').rstrip(' ,:;')}{_GAP}{difference}"


def _shared(name: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = zip(name, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
