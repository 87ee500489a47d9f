"""The table of communes as a file: tab-separated lines, sorted, made at set-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.gazetteer.errors import TableMissing, TableUnusable
from knowledge_base.gazetteer.source import Source

AGAIN = "make setup"
_NOW, _BEFORE = "now", "before"


def written(former: Iterable[FormerCommune], source: Source) -> str:
    """Return the table.

    Its first line says what it was made of. Then one line a commune of today (``now``, code, kind, name, province)
    and one a former commune (``before``, code, kind, name, kind and name of the district, province of before, codes
    of all successors).
    """
    former = tuple(former)
    communes = {commune for one in former for commune in one.successors}
    lines = [("\t".join((_NOW, one.code, one.kind, one.name, one.province))) for one in communes]
    lines += ["\t".join(_columns(one)) for one in former]
    return "\n".join([first_line(source), *sorted(lines), ""])


def first_line(source: Source) -> str:
    """Return what a table of this source begins with."""
    return f"# {source.package} {source.version}, {source.licence}; source {source.mark}"


def read_table(file: Path, source: Source) -> tuple[FormerCommune, ...]:
    """Return the former communes with their successors; raises TableMissing and TableUnusable."""
    try:
        first, *lines = file.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise TableMissing(f"There is no table of old and new communes at {file}.") from error
    except (OSError, ValueError) as error:
        raise TableUnusable(f"The table of old and new communes {file} cannot be read.") from error
    if first != first_line(source):
        raise TableUnusable(f"The table of old and new communes {file} was made of another source.")
    try:
        former = tuple(_read(line.split("\t") for line in lines))
    except (KeyError, TypeError, ValueError) as error:
        raise TableUnusable(f"The table of old and new communes {file} is damaged.") from error
    if len(former) != source.counts["former"]:
        raise TableUnusable(f"The table of old and new communes {file} is damaged.")
    return former


def _columns(one: FormerCommune) -> tuple[str, ...]:
    district, codes = one.district, " ".join(commune.code for commune in one.successors)
    return _BEFORE, one.code, one.kind, one.name, district.kind, district.name, district.province, codes


def _read(rows: Iterable[list[str]]) -> Iterator[FormerCommune]:
    by_kind: dict[str, list[list[str]]] = {_NOW: [], _BEFORE: []}
    for kind, *columns in rows:
        by_kind[kind].append(columns)
    now = {columns[0]: Commune(*columns) for columns in by_kind[_NOW]}
    for code, kind, name, *district, codes in by_kind[_BEFORE]:
        yield FormerCommune(code, kind, name, District(*district), tuple(now[one] for one in codes.split()))
