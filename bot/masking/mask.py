"""Take out of a text what tells who somebody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from bot.masking.personal import EVIDENT, LIKELY, Finder
from bot.masking.protected import measures, protected
from bot.masking.spans import Span, plain, replace, without_overlap

SILENCE = "..."


def personal_data(text: str, kept: Iterable[Span] = ()) -> list[Span]:
    """Return where a text holds personal data. ``kept`` (dossier codes) and what is nobody's are left out."""
    bare = plain(text)
    survivors = [*kept, *without_overlap(protected(bare), kept)]
    evident = without_overlap(_found(EVIDENT, bare), survivors)
    likely = without_overlap(_found(LIKELY, bare), [*survivors, *evident, *measures(bare)])
    return sorted([*evident, *likely])


def _found(finders: Iterable[Finder], bare: str) -> Iterator[Span]:
    return chain.from_iterable(finder(bare) for finder in finders)


def silenced(text: str, spans: Iterable[Span]) -> str:
    """Return the text as the engine may read it: nothing tells even what was there."""
    return replace(text, spans, lambda span: SILENCE)


def labelled(text: str, spans: Iterable[Span]) -> str:
    """Return the text as it may be kept: each stretch named by its kind."""
    return replace(text, spans, lambda span: f"[{span.kind}]")
