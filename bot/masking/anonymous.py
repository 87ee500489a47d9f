"""A text of which nothing leads to a person any more, dossier codes among it."""

from __future__ import annotations

from bot.masking.mask import labelled, personal_data
from bot.masking.people import people
from bot.masking.spans import Span
from knowledge_base.vietnamese.characters import clean
from office.dossier_code import locate_dossier_codes


def anonymous(text: str, *, beside_proof: bool = False) -> str:
    """Return the text with each such stretch named by its kind: numbers, keys, names, addresses, dossier codes."""
    text = clean(text)
    codes = [Span(start, end, "dossier") for start, end, _ in locate_dossier_codes(text)]
    private = personal_data(text, codes, beside_proof=beside_proof or bool(codes))
    taken = [*codes, *private]
    return labelled(text, [*taken, *people(text, taken)])
