"""What the descriptions of the ways of filing add: some hold a price or a deadline that no row has."""

from __future__ import annotations

from collections.abc import Sequence

from actions.excerpt import sentences
from actions.modes import mode_label
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure
from knowledge_base.vietnamese.folding import fold


def sentences_with(words: Sequence[str], mode: FilingMode) -> str:
    """Return the sentences of a description that hold one of these folded words."""
    speaking = [text for text in sentences(mode.description) if any(word in fold(text) for word in words)]
    return " ".join(speaking)


def by_text(procedure: Procedure, words: Sequence[str], style: Style) -> dict[str, str]:
    """Return each such text once, with the names of the ways of filing that have it."""
    names: dict[str, list[str]] = {}
    for mode in procedure.modes:
        if text := sentences_with(words, mode):
            names.setdefault(text, []).append(mode_label(mode, procedure, style))
    return {text: ", ".join(dict.fromkeys(labels)) for text, labels in names.items()}
