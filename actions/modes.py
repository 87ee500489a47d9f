"""Ways of filing (hình thức nộp): in person, online, by post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actions.excerpt import excerpt
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure

_LABEL_CHARACTERS = 90


def mode_name(mode: FilingMode, style: Style) -> str:
    """Return what a way of filing is called."""
    return style.say.table("records.modes").get(mode.mode, mode.mode)


def mode_label(mode: FilingMode, procedure: Procedure, style: Style) -> str:
    """Return its name; where the record has several rows of it, with what its description begins with."""
    name = mode_name(mode, style)
    if not mode.description or Counter(m.mode for m in procedure.modes)[mode.mode] == 1:
        return name
    text = excerpt(mode.description.partition(":")[0], _LABEL_CHARACTERS)[0].rstrip(" .;")
    return style.say("records.mode_of_several", mode=name, text=text)


def mode_names(modes: Iterable[FilingMode], style: Style) -> str:
    """Return the names of several, each once, in their order."""
    return ", ".join(dict.fromkeys(mode_name(mode, style) for mode in modes))
