"""Two matters in one message: "mất sổ đỏ thì làm sao, với lại đăng ký tạm trú cần gì"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.aside import DOSSIER
from actions.conversation import Heard, says
from actions.fit import names
from actions.phrases import Phrases
from actions.services import Knowledge
from actions.sides import Sides, read_sides
from actions.wording import begins_with, is_said
from knowledge_base.search.query import read_query
from knowledge_base.vietnamese.folding import syllables

AT_MOST = 3
_LIKE_A_CODE = re.compile(r"\d{6}")  # no procedure code: those have a dot behind their first figure
_NUMBER = re.compile(r"\s[1-9][).](?=\s)")
_CLAUSE_END = re.compile(r"[,;.?!]+(?:\s+|$)")


def matters(heard: Heard, knowledge: Knowledge, say: Phrases) -> tuple[Heard, ...]:
    """Return the message, or its parts where each names a procedure of its own, and no two the same.

    A part that asks for no side takes those of the whole. After words like "với lại" it is enough that the
    search finds something for the last part: it will be offered. A part that is done is no matter any more.
    A dossier asked about beside a procedure that is called by its name is a matter of its own.
    """
    if heard.chosen_code:
        return (heard,)
    if with_dossier := _with_dossier(heard, knowledge, say):
        return with_dossier
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
    return (heard,)


def _with_dossier(heard: Heard, knowledge: Knowledge, say: Phrases) -> tuple[Heard, ...]:
    """Return the parts of a message about a dossier and about procedures; nothing where it is about one of both."""
    for parts in (_parts(heard.text, say.words("talk.joints_strong"), say), _clauses(heard.text)):
        is_dossier = [_is_of_dossier(part, say) for part in parts]
        others = [part for part, of_dossier in zip(parts, is_dossier, strict=True) if not of_dossier]
        is_apart = len(parts) <= AT_MOST and sum(is_dossier) == 1
        if is_apart and others and all(_is_named(part, knowledge) for part in others):
            return tuple(
                _dossier_part(heard, part)
                if of_dossier
                else replace(_part(heard, part, say), names_dossier=False)
                for part, of_dossier in zip(parts, is_dossier, strict=True)
            )
    return ()


def _numbered(text: str) -> list[str]:
    """Return what follows "1)" and "2)", or "1." and "2."; what stands before is an opening."""
    return [part.strip() for part in _NUMBER.split(f" {text}")[1:] if part.strip()]


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE_END.split(text) if clause.strip()]


def _is_of_dossier(part: str, say: Phrases) -> bool:
    return bool(_LIKE_A_CODE.search(part)) or says(part, say.words("talk.dossier_asked"))


def _is_named(part: str, knowledge: Knowledge) -> bool:
    found = knowledge.search.find(part)
    procedure = knowledge.procedure(found.candidates[0].code) if found.verdict == "clear" else None
    return procedure is not None and names(read_query(part), procedure)


def _dossier_part(heard: Heard, text: str) -> Heard:
    about = replace(heard, text=text, query=read_query(text), sides=Sides())
    return replace(about, intent=DOSSIER, names_dossier=True)


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
