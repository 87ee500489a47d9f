"""A dossier and a procedure in one message: "hồ sơ H26… tới đâu rồi, tiện cho hỏi thủ tục tách thửa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from actions.conversation import says
from actions.phrases import Phrases
from actions.services import Knowledge
from actions.sides import read_sides
from actions.wording import begins_with
from knowledge_base.search.query import read_query
from office.dossier_code import find_dossier_codes

DOSSIER_PART = ""
"""Stands for the part about dossiers, which is read from the whole message."""
_STOP = re.compile(r"(?<=[,;?!\n])\s+|(?<=[^\W\d][.])\s+")


def beside_dossier(text: str, knowledge: Knowledge, say: Phrases) -> tuple[str, ...]:
    """Return the parts of a message in order, ``DOSSIER_PART`` for what is about dossiers; () unless it has both."""
    parts = [(part, _kind(part, knowledge, say)) for part in _cut(text, say)]
    kinds = [kind for _, kind in parts]
    if "dossier" not in kinds or "procedure" not in kinds:
        return ()
    return tuple(_in_order(parts))


def _in_order(parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the parts; what is of no kind goes with the part before it, and the dossiers are told once."""
    settled, before = [], next(kind for _, kind in parts if kind)
    for part, kind in parts:
        before = kind or before
        settled.append((part, before))
    is_told = False
    for kind, together in groupby(settled, key=lambda part: part[1]):
        if kind == "procedure":
            yield " ".join(part for part, _ in together)
        elif not is_told:
            is_told = True
            yield DOSSIER_PART


def _cut(text: str, say: Phrases) -> list[str]:
    """Cut at stops, and before words like "tiện cho hỏi", which are left out."""
    joints, is_marked, parts = say.words("talk.joints_to_another"), not text.isascii(), []
    for sentence in _STOP.split(text):
        part: list[str] = []
        words = sentence.split()
        while words:
            length = begins_with(words, joints, is_marked=is_marked)
            if length and part:
                parts.append(" ".join(part))
                part = []
            part += [] if length else words[:1]
            words = words[max(length, 1) :]
        parts.append(" ".join(part))
    return [part for part in parts if part]


def _kind(part: str, knowledge: Knowledge, say: Phrases) -> str:
    """Return what a part is about: a dossier, a procedure that it names and asks about, or "" for neither."""
    if find_dossier_codes(part) or says(part, say.words("talk.of_my_dossier")):
        return "dossier"
    if says(part, say.words("dossiers.status_words")):
        return ""
    is_asked = bool(read_sides(part, say).named) or says(part, say.words("talk.asks_for_a_procedure"))
    is_found = len(read_query(part).content) > 1 and knowledge.search.find(part).verdict != "none"
    return "procedure" if is_asked and is_found else ""
