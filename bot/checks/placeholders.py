"""The ``{variables}`` in a text that is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

KNOWN_TO_ALL = frozenset({"hotline", "portal_url"})
"""What every response can say."""


def placeholders(text: str) -> frozenset[str]:
    """Return the variables of a text, each as it is written; raise ValueError for braces that do not fit."""
    parsed = list(Formatter().parse(text))
    if any(conversion or spec for _, _, spec, conversion in parsed):
        raise ValueError("a variable is a name and nothing else")
    return frozenset(name for _, name, _, _ in parsed if name is not None)


def shown(names: Iterable[str]) -> str:
    """Return variables as they are written; a word for none."""
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"
