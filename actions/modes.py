"""Ways of filing (hình thức nộp): in person, online, by post."""

from __future__ import annotations

from collections.abc import Iterable

from actions.style import Style
from knowledge_base.procedure import FilingMode


def mode_name(mode: FilingMode, style: Style) -> str:
    """Return what a way of filing is called."""
    return style.say.table("records.modes").get(mode.mode, mode.mode)


def mode_names(modes: Iterable[FilingMode], style: Style) -> str:
    """Return the names of several, each once, in their order."""
    return ", ".join(dict.fromkeys(mode_name(mode, style) for mode in modes))
