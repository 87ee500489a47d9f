"""The procedures that are easily meant instead, named beneath an answer."""

from __future__ import annotations

from collections.abc import Sequence

from actions.choices import Choice
from actions.style import Style
from knowledge_base.procedure import Procedure


def with_siblings(text: str, procedure: Procedure, siblings: Sequence[Choice], style: Style) -> str:
    """Return an answer with the procedures beside it named beneath."""
    if not siblings:
        return text
    names = "; ".join(_sibling(sibling, procedure, style) for sibling in siblings)
    return "\n\n".join([text, style.say("records.siblings", names=names)])


def _sibling(sibling: Choice, procedure: Procedure, style: Style) -> str:
    """Name it with its code; a namesake with all that sets it apart."""
    if sibling.title == procedure.short_name:
        return style.say("records.namesake", name=sibling.title, details="; ".join(sibling.details))
    return style.say("records.sibling", name=sibling.title, code=sibling.code.strip())
