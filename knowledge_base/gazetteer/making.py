"""Make the table of communes: ``python -m knowledge_base.gazetteer.making WHEEL TABLE``; run by the set-up."""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge_base.gazetteer.errors import WheelUnusable
from knowledge_base.gazetteer.source import read_source
from knowledge_base.gazetteer.table import written
from knowledge_base.gazetteer.wheel import read_wheel
from knowledge_base.whole_file import write_whole

_READ_BY_ALL = 0o644


def main(wheel: Path, table: Path) -> int:
    """Return 0 when the table is in its place; the standard library is enough."""
    source = read_source()
    try:
        former = read_wheel(wheel, source)
    except (WheelUnusable, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    write_whole(table, written(former, source).encode())
    table.chmod(_READ_BY_ALL)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
