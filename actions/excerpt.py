"""Quoting from records: whole where short, cut after a sentence where long."""

from __future__ import annotations

import re

from knowledge_base.imported.capitals import calmed

_MARKS = re.compile(r"^[\s\-–+*•)]+")
_LETTERING = re.compile(r"\(?(?:\d{1,2}|[a-zđ]\d?|[ivx]{1,4})[.)](?!\d)\s*", re.IGNORECASE)
_NEXT_TO_NOTHING = 4
"""Whole sentences must fill this part of the room, one in so many."""
_SENTENCE = re.compile(r".+?(?:[.;](?=\s)|\n|$)", re.DOTALL)


def cleaned(text: str) -> str:
    """Drop list marks in front and runs of white space; line breaks become single ones, shouted words small."""
    lines = (" ".join(line.split()) for line in _MARKS.sub("", text).splitlines())
    return calmed("\n".join(line for line in lines if line))


def says_something(text: str) -> bool:
    """Tell whether a text has a letter or a digit, and is no dash or dots in place of nothing."""
    return any(map(str.isalnum, text))


def unlettered(text: str) -> str:
    """Drop list marks and lettering in front, "- ", "a) ", "1. ", and never a number that belongs to the text."""
    bare = cleaned(text)
    while match := _LETTERING.match(bare):
        bare = cleaned(bare[match.end() :])
    return bare


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, list marks dropped."""
    return [cleaned(sentence) for sentence in _SENTENCE.findall(cleaned(text)) if cleaned(sentence)]


def excerpt(text: str, limit: int) -> tuple[str, bool]:
    """Return the text, or as many whole sentences as fit into ``limit`` characters, and whether it was cut.

    Where that is next to nothing, as after "Bước 1.", the text is cut between two words.
    """
    whole = cleaned(text)
    if len(whole) <= limit:
        return whole, False
    kept = ""
    for sentence in _SENTENCE.findall(whole):
        if len(kept) + len(sentence) > limit:
            break
        kept += sentence
    if len(kept) * _NEXT_TO_NOTHING >= limit:
        return kept.strip(), True
    return f"{whole[:limit].rsplit(' ', 1)[0]}…", True
