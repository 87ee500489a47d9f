"""What the descriptions of the ways of filing add: some hold a price or a deadline that no row has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from actions.excerpt import sentences
from actions.modes import label
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure
from knowledge_base.vietnamese.folding import fold

_ALL_CHARACTERS, _LEAST_CHARACTERS = 1200, 240
"""Of all quotations together, and of one at least where there are many."""


def sentences_with(words: Sequence[str], mode: FilingMode) -> str:
    """Return the sentences of a description that hold one of these folded words."""
    speaking = [text for text in sentences(mode.description) if any(word in fold(text) for word in words)]
    return " ".join(speaking)


def described(
    procedure: Procedure,
    words: Sequence[str],
    style: Style,
    is_said: Callable[[str], bool] = lambda text: False,
) -> list[str]:
    """Quote each such text once, with the ways of filing that have it unless all do; what is said is left out."""
    modes: dict[str, list[FilingMode]] = {}
    for mode in procedure.modes:
        text = sentences_with(words, mode)
        if text and not is_said(text):
            modes.setdefault(text, []).append(mode)
    limit = max(_ALL_CHARACTERS // max(len(modes), 1), _LEAST_CHARACTERS)
    return [_quoted(text, own, procedure, style, limit) for text, own in modes.items()]


def _quoted(text: str, modes: Sequence[FilingMode], procedure: Procedure, style: Style, limit: int) -> str:
    quote = style.quote(text, at_most=limit)
    if len(modes) == len(procedure.modes) > 1:
        return style.say("records.described_for_all", text=quote)
    return style.say("records.described", modes=label(modes, procedure, style), text=quote)
