"""Take out of a text what tells who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bot.masking.cues import beginning, naming
from bot.masking.dictated import dictated_proof
from bot.masking.figures import GAP, mended
from bot.masking.keys import keys, keys_beside_proof, named_keys
from bot.masking.personal import EVIDENT, LIKELY, Finder, plates
from bot.masking.protected import measures, protected, protected_beside_proof
from bot.masking.spans import Span, barred, find, merged, plain, replace, without_overlap

SILENCE = "..."
_CONTACT = beginning("contact")
_LONGEST_NAME = 60
_FOUR_FIGURES = re.compile(rf"\d(?:{GAP}\d){{3,}}")


def personal_data(text: str, kept: Iterable[Span] = (), *, beside_proof: bool = False) -> list[Span]:
    """Return where a text holds personal data. ``kept`` (dossier codes) and what is nobody's are left out.

    ``beside_proof``: the text may hold the proof of a dossier, so that every number and key in it is taken
    for one that is no code, decree, date or round sum. So is a text that speaks of one.
    """
    kept = list(kept)
    bare = plain(text)
    beside_proof = beside_proof or bool(naming("lookup_key", "last_digits").search(bare))
    guarded = protected_beside_proof(bare) if beside_proof else protected(bare)
    open_text = barred(bare, [*kept, *without_overlap(guarded, kept)])
    evident = without_overlap(
        chain(named_keys(open_text), plates(open_text), _found(EVIDENT, mended(open_text)))
    )
    rest = barred(open_text, evident)
    if beside_proof:
        figures = find("number", _FOUR_FIGURES, mended(rest))
        spelled = dictated_proof(mended(rest))
        likely = merged(chain(_found(LIKELY, mended(rest)), keys_beside_proof(text, rest), spelled, figures))
    else:
        rest = barred(rest, measures(rest))
        likely = without_overlap(chain(keys(text, rest), _found(LIKELY, mended(rest))))
    return sorted([*evident, *likely])


def _found(finders: Iterable[Finder], bare: str) -> Iterator[Span]:
    return chain.from_iterable(finder(bare) for finder in finders)


def silenced(text: str, spans: Iterable[Span]) -> str:
    """Return the text as the engine may read it: nothing tells even what was there.

    What a way to reach somebody is called goes too where it begins a clause: nobody asks about it.
    """
    return replace(text, [_with_name(span, text) for span in spans], lambda span: SILENCE)


def _with_name(span: Span, text: str) -> Span:
    around = max(0, span.start - _LONGEST_NAME)
    named = _CONTACT.search(plain(text[around : span.start])) if span.kind in ("phone", "email") else None
    return Span(around + named.start(1), span.end, span.kind) if named else span


def labelled(text: str, spans: Iterable[Span]) -> str:
    """Return the text as it may be kept: each stretch named by its kind."""
    return replace(text, spans, lambda span: f"[{span.kind}]")
