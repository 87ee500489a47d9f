"""The gazetteer of this installation: with its table, or empty where none was made."""

from __future__ import annotations

import logging
from pathlib import Path

from knowledge_base.gazetteer.errors import GazetteerError
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.gazetteer.source import read_source
from knowledge_base.gazetteer.table import read_table

log = logging.getLogger(__name__)


def open_gazetteer(table: Path, home: str) -> Gazetteer:
    """Read the table, which takes half a second; where it cannot be, say so and know no place."""
    try:
        return Gazetteer(read_table(table, read_source()), home)
    except GazetteerError as error:
        log.warning("nothing is known of old and new communes: %s", error)
        return Gazetteer()
