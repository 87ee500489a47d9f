"""One canonical form of what people type, shared by gateway, engine and search."""

from __future__ import annotations

import re

from knowledge_base.vietnamese.abbreviations import expand_abbreviations
from knowledge_base.vietnamese.characters import clean
from knowledge_base.vietnamese.keystrokes import decode_keystrokes
from knowledge_base.vietnamese.mending import mend_misspellings
from knowledge_base.vietnamese.tone_placement import unify_tone_placement

_RUN = re.compile(r"([^\W\d_ivxwIVXW])\1{2,}")


def canonical(text: str) -> str:
    """Return the one form in which a text is read. Total, idempotent, linear in its length.

    Characters as in ``clean``; raw Telex and VNI keystrokes decoded; one place for tone marks; a letter typed
    three times or more once; abbreviations written out. Codes, numbers, money, dates and addresses on the web
    stay as they are.
    """
    spelled = unify_tone_placement(decode_keystrokes(_calm(clean(text))))
    return mend_misspellings(expand_abbreviations(_calm(spelled)))


def _calm(text: str) -> str:
    """Say "ạaaa" once; Roman numerals and "www" are no cries."""
    return _RUN.sub(r"\1", text)
