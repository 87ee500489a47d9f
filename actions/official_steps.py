"""The steps of a record in its own words: numbered where they are not yet, and shared out over one message."""

from __future__ import annotations

from collections.abc import Sequence

from actions.excerpt import excerpt
from actions.style import Style
from knowledge_base.imported.steps import is_heading
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold

_LEAST = 160
"""Characters that a step gets at least, a sentence or less: then fewer steps are told, and the rest counted."""


def official_steps(procedure: Procedure, style: Style) -> str:
    """Return as much of every step as one message holds; what is left out is marked and said."""
    texts = [step.text for step in procedure.steps]
    shown = texts[: max(style.first_list_characters // _LEAST, 1)]
    limit = _fair_share([len(text) for text in shown], style.first_list_characters)
    told = [excerpt(text, limit) for text in shown]
    lines = _numbered([_marked(text, was_cut, style) for text, was_cut in told], style)
    if len(shown) < len(texts):
        lines.append(style.say("details.steps_left", count=len(texts) - len(shown)))
    if any(was_cut for _, was_cut in told):
        lines.append(style.say("details.steps_shortened"))
    return "\n".join(lines)


def _fair_share(lengths: Sequence[int], room: int) -> int:
    """Return the longest that a step may be so that all fit; what short ones leave over goes to the long ones."""
    left, share = room, room
    for place, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - place)
        if length > share:
            break
        left -= length
    return max(share, _LEAST)


def _marked(text: str, was_cut: bool, style: Style) -> str:
    return style.say("details.step_cut", text=text.rstrip("…")) if was_cut else text


def _numbered(texts: Sequence[str], style: Style) -> list[str]:
    """Number what is neither a heading nor numbered by the record; a single step gets no number."""
    has_numbers = any(fold(text).startswith(style.say.words("details.step_words")) for text in texts)
    if has_numbers or len(texts) == 1:
        return list(texts)
    lines, number = [], 0
    for text in texts:
        number = 0 if is_heading(text) else number + 1
        lines.append(text if is_heading(text) else style.say("records.number", number=number, text=text))
    return lines
