"""What we add to a part of the record, in plain words."""

from __future__ import annotations

from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold


def notes_on(procedure: Procedure, facet: str, style: Style) -> list[str]:
    """Return our notes on the part of the record that a side is told from."""
    part = style.say.table("details.note_sources").get(facet)
    fitting = [note for note in procedure.notes if part and part in fold(note.source)]
    return [style.say("records.note", text=note.text) for note in fitting]
