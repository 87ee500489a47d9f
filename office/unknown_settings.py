"""Variables that look like settings and are none."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from office.limits import PREFIX
from office.settings import Settings

_OF_TESTS = frozenset({"MOTCUA_TEST_BROWSER"})


def unknown_settings(environment: Mapping[str, str]) -> list[str]:
    """Return what looks like a setting and is none, with the setting that it is most like."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} | _OF_TESTS
    names = sorted(name for name in environment if name.startswith(PREFIX) and name.upper() not in known)
    return [_unknown(name, known) for name in names]


def _unknown(name: str, known: set[str]) -> str:
    like = get_close_matches(name.upper(), known, n=1, cutoff=0.8)
    return f"There is no setting {name}" + (f"; {like[0]} was meant?" if like else ".")
