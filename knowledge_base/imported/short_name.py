"""A readable name for a procedure that nobody has named in plain words, made of its official one."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge_base.imported.capitals import calmed
from knowledge_base.imported.words import record_words

_AT_MOST = 80
_AT_LEAST = 45
"""A shorter beginning says too little: then the name is cut between two words."""
_LEFT_OVER = re.compile(r"^(?:\d+[.)]|[\W_])\s*")
_MORE = "…"


def short_name(name: str) -> str:
    """Return the readable name, cut at a clause to 80 characters with "…" where it is longer."""
    return _cut(readable_name(name))


def readable_name(name: str) -> str:
    """Return the whole name without "thủ tục", what lists left in front, and capitals that shout."""
    bare = _without_opening(_without_left_overs(calmed(name)))
    return bare[:1].upper() + bare[1:]


def is_cut(shortened: str) -> bool:
    """Tell whether the end is missing."""
    return shortened.endswith(_MORE)


def cut_at_word(text: str, at_most: int) -> str:
    """Return the text, or its first words and "…"."""
    if len(text) <= at_most:
        return text
    return f"{text[:at_most].rpartition(' ')[0].rstrip(' ,;:–-(/')}{_MORE}"


def _cut(name: str) -> str:
    if len(name) <= _AT_MOST:
        return name
    head = name[: _AT_MOST - len(_MORE)]
    clauses, lists = (list(pattern.finditer(head, _AT_LEAST)) for pattern in _boundaries())
    found = clauses or lists
    place = found[-1].start() if found else head.rfind(" ")
    return f"{_without_dangling(_closed(head[:place]))}{_MORE}"


def _without_left_overs(name: str) -> str:
    """Drop the number or stop that a list has left in front."""
    rest = _LEFT_OVER.sub("", name)
    return rest if rest[:1].isalpha() else name


def _without_opening(name: str) -> str:
    words = record_words()
    for opening in words.openings:
        rest = name[len(opening) :].lstrip(" :")
        if name.lower().startswith(f"{opening} ") and not _begins_with(rest, words.kept_before):
            return rest
    return name


def _begins_with(text: str, openings: tuple[str, ...]) -> bool:
    return any(f"{text.lower()} ".startswith(f"{opening} ") for opening in openings)


def _without_dangling(text: str) -> str:
    """Leave out words at the end that wait for others."""
    bare = text.rstrip(" ,;:–-(/")
    for word in record_words().dangling:
        if bare.lower().endswith(f" {word}"):
            return _without_dangling(bare[: -len(word)])
    return bare


def _closed(text: str) -> str:
    """Leave out a bracket that was opened and not closed."""
    return text[: text.rfind("(")] if text.rfind("(") > text.rfind(")") else text


@lru_cache(maxsize=1)
def _boundaries() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what begins a clause, and what only parts the items of a list."""
    clauses = "|".join(map(re.escape, record_words().clauses))
    begins = re.compile(rf"[;(]| [–-] | (?:{clauses})(?= )", re.IGNORECASE)
    return begins, re.compile(r", ")
