"""Places in a message: set aside before anything is searched, and told where they are what is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.conversation import Heard
from actions.decision import Answer, Decision, Located
from actions.phrases import Phrases
from actions.places import is_of_commune
from actions.services import Knowledge
from actions.sides import LIST, read_sides
from actions.style import Style
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.gazetteer.names import spelling
from knowledge_base.search.query import read_query
from knowledge_base.vietnamese.folding import fold, fold_each

PLACE = "place"
_SYLLABLE = re.compile(r"[^\W_]+")


def with_places(decision: Decision, places: Sequence[NamedPlace], style: Style) -> Decision:
    """Add the places named to an answer that tells where to file, if a commune may be the office."""
    if not isinstance(decision, Answer) or PLACE not in decision.facets:
        return decision
    return replace(decision, where=tuple(places)) if is_of_commune(decision.procedure, style) else decision


def without_places(heard: Heard, places: Sequence[NamedPlace], say: Phrases) -> Heard:
    """Return the message without the places named and an "ở" before each; as it is where nothing else is said.

    Of 176 questions with a place in them, the right procedure came first for 135 with its words and for 139
    without, of 141 that named no place.
    """
    words = list(_SYLLABLE.finditer(heard.text))
    if not places or len(words) != len(spelling(heard.text)):
        return heard
    named = {number for place in places for number in place.syllables}
    before = say.words("communes.before")
    named |= {n - 1 for n in named if n and fold(words[n - 1].group()) in before}
    kept = [word for number, word in enumerate(words) if number not in named]
    if not kept:
        return heard
    text = _cut(heard.text, [word.span() for number, word in enumerate(words) if number in named])
    read = read_sides(text, say)
    listed = (side for side in heard.sides.named if side == LIST)
    sides = replace(read, named=tuple(dict.fromkeys((*listed, *read.named))))
    return replace(heard, text=text, query=read_query(text), sides=sides)


def located(heard: Heard, places: Sequence[NamedPlace], knowledge: Knowledge, say: Phrases) -> Located | None:
    """Read the message as nothing but a place, or the question what a place has become; else return None.

    A place alone is taken where it was asked for, or after the place of filing of the procedure in focus.
    """
    is_pressed = heard.chosen_code or heard.names_dossier or heard.is_about_dossier
    if is_pressed or not places or not _is_all(heard.text, places, say):
        return None
    focus = knowledge.procedure(heard.procedure)
    is_told = bool(heard.communes) or (focus is not None and PLACE in heard.facets and not heard.choices)
    if not is_told and not _is_asked(heard.text, say):
        return None
    return Located(tuple(place.among(heard.communes) for place in places), focus if is_told else None)


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    parts, end = [], 0
    for start, stop in spans:
        parts.append(text[end:start])
        end = stop
    return " ".join("".join([*parts, text[end:]]).split())


def _is_asked(text: str, say: Phrases) -> bool:
    said = f" {' '.join(fold_each(spelling(text)))} "
    return any(f" {wording} " in said for wording in say.words("communes.asked"))


def _is_all(text: str, places: Sequence[NamedPlace], say: Phrases) -> bool:
    """Tell whether nothing else is said but what may stand around a place."""
    folded, inside = fold_each(spelling(text)), {n for place in places for n in place.syllables}
    around = say.words("communes.around")
    return all(word in around for n, word in enumerate(folded) if n not in inside)
