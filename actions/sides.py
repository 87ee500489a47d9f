"""The sides of a procedure that a text asks for; wordings that the search reads otherwise come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.phrases import Phrases
from knowledge_base.search.query import read_query
from knowledge_base.vietnamese.folding import fold, syllables

ANYTHING, END = "*", "/"
GAP = 5
NOTHING, LIST = "nothing", "checklist"


@dataclass(frozen=True)
class Sides:
    """``named`` facets in order; ``unsaid`` is a matter that no record has a part for.

    ``rest`` is the text without the set wordings, in small letters; ``unlisted`` what is left once the wish for a list
    to print is cut out, None where there is none.
    """

    named: tuple[str, ...] = ()
    unsaid: str | None = None
    rest: str = ""
    unlisted: str | None = None


def read_sides(text: str, say: Phrases) -> Sides:
    """Read the set wordings of ``sides.asked`` and cut them out; read the rest by its words."""
    typed, found, unlisted = syllables(text.lower()), list[str](), None
    while match := _best(typed, say):
        start, end, side = match
        found.append(side)
        typed = [*typed[:start], *typed[end:]]
        unlisted = " ".join(typed) if side == LIST else unlisted
    named = [*found, *_by_words(typed, say)]
    unsaid = say.table("sides.unsaid")
    facets = tuple(dict.fromkeys(side for side in named if side not in unsaid and side != NOTHING))
    unsaid_first = next((side for side in named if side in unsaid), None)
    return Sides(facets, unsaid_first, " ".join(typed), unlisted)


def _by_words(typed: Sequence[str], say: Phrases) -> list[str]:
    """Leave the summary out, and papers that only the name of a thing mentions: "giấy tờ đất", "hồ sơ xe"."""
    query = read_query(" ".join(typed))
    named = [facet for facet in query.facets if facet != "summary"]
    if "documents" not in named:
        return named
    without_nouns = _without_nouns(typed, set(query.content) - query.faint, say)
    is_asked = "documents" in read_query(" ".join(without_nouns)).facets
    return named if is_asked else [facet for facet in named if facet != "documents"]


def _without_nouns(typed: Sequence[str], content: set[str], say: Phrases) -> list[str]:
    nouns = [noun.split() for noun in say.words("sides.paper_nouns")]
    folded, kept, place = list(map(fold, typed)), [], 0
    while place < len(typed):
        length = next((len(n) for n in nouns if folded[place : place + len(n)] == n), 0)
        follows = typed[place + length] if length and place + length < len(typed) else ""
        if length and follows in content:
            place += length
        else:
            kept.append(typed[place])
            place += 1
    return kept


def _best(typed: Sequence[str], say: Phrases) -> tuple[int, int, str] | None:
    """Return start, end and side of the wording with most words of its own; of equals the first."""
    folded, best = list(map(fold, typed)), (0, (0, 0, ""))
    for wording, side in say.table("sides.asked").items():
        words = wording.split()
        own = sum(word not in (ANYTHING, END) for word in words)
        span = _span(words, folded) if own > best[0] else None
        if span:
            best = own, (*span, side)
    return best[1] if best[0] else None


def _span(words: Sequence[str], folded: Sequence[str]) -> tuple[int, int] | None:
    for start in range(len(folded)):
        end = _end(words, folded, start)
        if end is not None:
            return start, end
    return None


def _end(words: Sequence[str], folded: Sequence[str], place: int) -> int | None:
    """Return where the wording ends that begins at a place."""
    if not words:
        return place
    if words[0] == END:
        return place if place == len(folded) else None
    if words[0] != ANYTHING:
        fits = folded[place : place + 1] == [words[0]]
        return _end(words[1:], folded, place + 1) if fits else None
    ends = (_end(words[1:], folded, place + skipped) for skipped in range(GAP + 1))
    return next((end for end in ends if end is not None), None)
