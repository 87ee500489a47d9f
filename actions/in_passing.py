"""What a record says in passing of a matter that it has no part for: a deadline for filing, an area, a penalty."""

from __future__ import annotations

from actions.passages import anywhere, told
from actions.style import Style
from knowledge_base.procedure import Procedure

_QUOTED_AT_MOST = 3


def in_passing(procedure: Procedure, matter: str, style: Style) -> str:
    """Return the sentences that speak of the matter as bullets, "" where there is none."""
    words = style.say.table("sides.unsaid_speaks").get(matter, "")
    in_papers = matter in style.say.words("sides.unsaid_in_papers")
    found = anywhere(words.split("|"), procedure, style, in_papers=in_papers) if words else []
    return style.bullets(told(passage, style) for passage in found[:_QUOTED_AT_MOST])
