"""Two matters in one message: "mất sổ đỏ thì làm sao, với lại đăng ký tạm trú cần gì"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.conversation import Heard
from actions.dossier_beside import DOSSIER_PART, beside_dossier
from actions.phrases import Phrases
from actions.services import Knowledge
from actions.sides import read_sides
from actions.wording import begins_with, is_said
from knowledge_base.search.query import read_query
from knowledge_base.vietnamese.folding import syllables

AT_MOST = 3
DOSSIER_ASKED = "check_dossier_status"
_STOPS = re.compile(r"[,;\n]\s+")
_NUMBER = re.compile(r"\s[1-9][).](?=\s)")


def matters(heard: Heard, knowledge: Knowledge, say: Phrases) -> tuple[Heard, ...]:
    """Return the message, or its parts where each names a procedure of its own, and no two the same.

    A part that asks for no side takes those of the whole. After words like "với lại" it is enough that the
    search finds something for the last part: it will be offered. A part that is done is no matter any more.
    A dossier asked about beside a procedure that is called by its name is a matter of its own.
    """
    if heard.chosen_code:
        return (heard,)
    if beside := beside_dossier(heard.text, knowledge, say):
        return tuple(found for part in beside for found in _dossier_or_matters(heard, part, knowledge, say))
    if heard.names_dossier:
        return (heard,)
    numbered = _numbered(heard.text)
    if 2 <= len(numbered) <= AT_MOST and _are_apart(numbered, knowledge, needs_all=False):
        return tuple(_part(heard, part, say) for part in numbered)
    for joints, needs_all in (("talk.joints_strong", False), ("talk.joints", True)):
        parts = _parts(heard.text, say.words(joints), say)
        if 2 <= len(parts) <= AT_MOST and _are_apart(parts, knowledge, needs_all=needs_all):
            open_ones = [part for part in parts[:-1] if not _is_done(part, say)]
            return tuple(_part(heard, part, say) for part in [*open_ones, parts[-1]])
        if listed := _listed(heard.text, knowledge, say):
            return tuple(_part(heard, part, say) for part in listed)
    return (heard,)


def _dossier_or_matters(heard: Heard, part: str, knowledge: Knowledge, say: Phrases) -> tuple[Heard, ...]:
    """Return the part about a dossier, or the matters of one about procedures."""
    if part == DOSSIER_PART:
        return (replace(heard, intent=DOSSIER_ASKED, names_dossier=True),)
    return matters(replace(_part(heard, part, say), names_dossier=False), knowledge, say)


def _numbered(text: str) -> list[str]:
    """Return what follows "1)" and "2)", or "1." and "2."; what stands before is an opening."""
    return [part.strip() for part in _NUMBER.split(f" {text}")[1:] if part.strip()]


def _listed(text: str, knowledge: Knowledge, say: Phrases) -> list[str]:
    """Cut at commas where each part asks for a side of a procedure of its own."""
    parts = [part for part in _STOPS.split(text) if part.strip()]
    if not 2 <= len(parts) <= AT_MOST or not all(read_sides(part, say).named for part in parts):
        return []
    return parts if _are_apart(parts, knowledge, needs_all=True) else []


def _parts(text: str, joints: Sequence[str], say: Phrases) -> list[str]:
    """Cut a text at the joints, but not before what they do not join, and after a question.

    A sentence that asks nothing tells what the next one is about.
    """
    words, parts, part, is_marked = text.split(), [], list[str](), not text.isascii()
    while words:
        length = begins_with(words, joints, is_marked=is_marked)
        joins = not begins_with(words[length:], say.words("talk.not_joined"), is_marked=is_marked)
        length = length if joins else 0
        if length and part:
            parts.append(" ".join(part))
            part = []
        elif not length:
            part.append(words[0])
        ends = not length and words[0][-1] == "?"
        words = words[max(length, 1) :]
        if ends and part:
            parts.append(" ".join(part))
            part = []
    return [*parts, " ".join(part)] if part else parts


def _is_done(part: str, say: Phrases) -> bool:
    said = syllables(part.lower())
    ends = is_said(said[-1], say.words("talk.done_at_the_end"))
    return ends or any(is_said(word, say.words("talk.done_within")) for word in said)


def _are_apart(parts: Sequence[str], knowledge: Knowledge, *, needs_all: bool) -> bool:
    found = [knowledge.search.find(part) for part in parts]
    if found[0].verdict != "clear" or any(result.verdict == "none" for result in found):
        return False
    if needs_all and any(result.verdict != "clear" for result in found):
        return False
    codes = [result.candidates[0].code for result in found]
    return len(set(codes)) == len(codes)


def _part(heard: Heard, text: str, say: Phrases) -> Heard:
    sides = read_sides(text, say)
    is_bare = not sides.named and not sides.unsaid
    return replace(
        heard, text=text, query=read_query(text), sides=heard.sides if is_bare else sides,
        choices=(), choice_kind=None, intent="ask_procedure",
    )  # fmt: skip
