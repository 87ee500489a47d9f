"""The table of old and new communes: is there one, and of what day?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.doctor.note import Note
from bot.doctor.trouble import Trouble
from knowledge_base.gazetteer.errors import GazetteerError, TableMissing
from knowledge_base.gazetteer.source import Source, read_source
from knowledge_base.gazetteer.table import AGAIN, read_table
from office.settings import Settings


def commune_notes(chosen: Settings) -> Iterator[Note]:
    """Yield of what day the table is, or that nothing is told of old communes without one."""
    source = read_source()
    try:
        read_table(chosen.communes_table, source)
    except TableMissing as error:
        yield Note(f"{error} Nothing is told of old communes.", AGAIN)
    except GazetteerError:
        return
    else:
        yield Note(
            _dated(source), "set another source in knowledge_base/gazetteer/source.toml, then make setup"
        )


def commune_troubles(chosen: Settings) -> Iterator[Trouble]:
    """Yield that a table is there and cannot be used."""
    try:
        read_table(chosen.communes_table, read_source())
    except TableMissing:
        return
    except GazetteerError as error:
        yield Trouble(str(error), f"rm -f {chosen.communes_table} && {AGAIN}")


def _dated(source: Source) -> str:
    counts = source.counts
    return (
        f"The table of communes knows {counts['former']} of before and {counts['communes']} of today: "
        f"{source.package} {source.version} of {source.dated}, to be reviewed by {source.review_by}."
    )
