"""Ways of filing (hình thức nộp): in person, online, by post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from actions.excerpt import excerpt, sentences, unlettered
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure

_LABEL_CHARACTERS = 90
_BEGINS_ALIKE = 3


def mode_name(mode: FilingMode, style: Style) -> str:
    """Return what a way of filing is called."""
    return style.say.table("records.modes").get(mode.mode, mode.mode)


def mode_names(modes: Iterable[FilingMode], style: Style) -> str:
    """Return the names of several, each once, in their order."""
    return ", ".join(dict.fromkeys(mode_name(mode, style) for mode in modes))


def label(modes: Sequence[FilingMode], procedure: Procedure, style: Style) -> str:
    """Return the names of several rows; those that one description tells from others of their way, together."""
    groups: dict[str, list[FilingMode]] = {}
    for mode in modes:
        groups.setdefault(told_by(mode, procedure), []).append(mode)
    return ", ".join(_group(text, group, style) for text, group in groups.items())


def _group(text: str, modes: Sequence[FilingMode], style: Style) -> str:
    names = mode_names(modes, style)
    return style.say("records.mode_of_several", mode=names, text=text) if text else names


def told_by(mode: FilingMode, procedure: Procedure) -> str:
    """Return the words of its description that tell a row from others of its way; "" where it is the only one.

    Where rows begin alike, what follows the words that they share is told too; where their first words are the
    same and tell little, so is the sentence after.
    """
    rows = [row for row in procedure.modes if row.mode == mode.mode]
    if len(rows) == 1 or not mode.description:
        return ""
    own, others = _telling(mode, rows), [_telling(row, rows) for row in rows if _differs(row, mode)]
    begin = _begin(own)
    alike = [other for other in others if _begin(other) == begin]
    parting = max((_shared(own, other) for other in alike), default=0)
    rest = " ".join(_words(own)[parting:]) if alike else ""
    if not rest and any(_shared(own[:1], other) >= _BEGINS_ALIKE for other in others):
        rest = " ".join(own[1:2])
    return "; ".join(part for part in (begin, _begin([rest]) if rest else "") if part)


def _differs(row: FilingMode, mode: FilingMode) -> bool:
    return row.time != mode.time or row.fees != mode.fees


def _telling(mode: FilingMode, rows: Sequence[FilingMode]) -> list[str]:
    """Return the sentences of a description that not all rows have."""
    shared = set.intersection(*(set(_sentences(row)) for row in rows))
    return [text for text in _sentences(mode) if text not in shared]


def _sentences(mode: FilingMode) -> list[str]:
    return [unlettered(text) for text in sentences(mode.description)]


def _words(texts: Sequence[str]) -> list[str]:
    return " ".join(texts).split()


def _shared(own: Sequence[str], other: Sequence[str]) -> int:
    """Count the words that both begin with."""
    pairs = zip(_words(own), _words(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _begin(telling: Sequence[str]) -> str:
    text = telling[0].partition(":")[0] if telling else ""
    return excerpt(text, _LABEL_CHARACTERS)[0].rstrip(" .;")
