"""How a syllable may have been meant when it is typed as it is: one slip of the fingers, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "data" / "slips.yml"


def shortened(word: str) -> Iterator[str]:
    """Yield the word and what is left of it without one letter: words one slip apart share one of these."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def slip(typed: str, meant: str) -> float | None:
    """Return the cost in nats of typing one folded word for another, None where it takes more than one slip."""
    if sound(typed) == sound(meant):
        return cost("spoken_alike")
    same = _same_beginning(typed, meant)
    left, right = typed[same:], meant[same:]
    if left[1:] == right:
        return cost("letter_too_many")
    if left == right[1:]:
        return cost("letter_missing")
    if left[1:] == right[1:]:
        is_beside = right[0] in _slips()["neighbours"].get(left[0], "")
        return cost("key_beside" if is_beside else "wrong_letter")
    if left[:2] == right[1::-1] and left[2:] == right[2:]:
        return cost("letters_swapped")
    return None


@lru_cache(maxsize=8192)
def sound(syllable: str) -> str:
    """Return a key that folded syllables share which some region speaks alike: "truong" and "chuon"."""
    return ending_heard(onset_heard(syllable))


def onset_heard(syllable: str) -> str:
    """Return a syllable with the onset by which some region hears it: "truong" as "chuong"."""
    for written, heard in _slips()["onsets"].items():
        if syllable.startswith(written):
            return f"{heard}{syllable.removeprefix(written)}"
    return syllable


def ending_heard(syllable: str) -> str:
    """Return a syllable with the ending by which some region hears it: "truong" as "truon"."""
    for written, heard in _slips()["endings"].items():
        if syllable.endswith(written):
            return f"{syllable.removesuffix(written)}{heard}"
    return syllable


@cache
def cost(of: str) -> float:
    """Return the cost of a kind of slip, by its name in data/slips.yml."""
    return float(_slips()[of])


def _same_beginning(left: str, right: str) -> int:
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length


@lru_cache(maxsize=1)
def _slips() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
