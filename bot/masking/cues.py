"""The words around a number that tell what it is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from bot.masking.spans import BAR, plain

_FILE = Path(__file__).with_name("cues.yml")
_BETWEEN = rf"[^a-z0-9{BAR}]{{1,12}}"
_LONGEST_WORD = 12


@cache
def after(cue: str, what: str, words: int = 5) -> re.Pattern[str]:
    """Match ``what`` (as group 1) after one of the cue's words, with up to ``words`` others in between."""
    word = rf"{_BETWEEN}[a-z]{{1,{_LONGEST_WORD}}}(?![a-z0-9])"
    return re.compile(
        rf"(?<![a-z0-9])(?:{_cues()[cue]})(?![a-z])(?:{word}){{0,{words}}}[^a-z0-9{BAR}]{{0,12}}({what})"
    )


@cache
def ahead_of(cue: str, what: str) -> re.Pattern[str]:
    """Match ``what`` (as group 1) ahead of one of the cue's words, with words in between that only link them."""
    link = rf"{_BETWEEN}(?:{_cues()['links']})(?![a-z0-9])"
    return re.compile(rf"({what})(?:{link}){{0,4}}{_BETWEEN}(?:{_cues()[cue]})(?![a-z0-9])")


@cache
def before(what: str, *cues: str) -> re.Pattern[str]:
    """Match ``what`` when one of the cues' words comes right after it."""
    words = "|".join(_cues()[cue] for cue in cues)
    return re.compile(rf"(?<![\w.,]){what}\s?(?:{words})(?![a-z0-9])")


@cache
def naming(*cues: str) -> re.Pattern[str]:
    """Match one of the cues' words."""
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_cues()[cue] for cue in cues)})(?![a-z])")


@cache
def beginning(cue: str) -> re.Pattern[str]:
    """Match one of the cue's words that begins the clause at the end of a text, with words that only link it."""
    link = rf"(?:{_BETWEEN}(?:{_cues()['links']})(?![a-z0-9]))"
    return re.compile(rf"(?:^|[,;.!?])\s*((?:{_cues()[cue]})(?![a-z0-9]){link}{{0,4}}[^a-z0-9]{{0,12}})$")


@cache
def _cues() -> dict[str, str]:
    lists: dict[str, list[str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {name: _alternatives(words) for name, words in lists.items()}


def _alternatives(words: list[str]) -> str:
    longest_first = sorted(map(plain, words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
