"""Reading the pinned package of data; nothing of it is installed or run.

Its own conversion names one successor of a divided commune; its data name them all.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.gazetteer.errors import WheelUnusable
from knowledge_base.gazetteer.source import Source, read_source

_UNITS, _CONVERSION = "vietnamadminunits/data/dataset.db", "vietnamadminunits/data/converter_2025.json"
_NOW = "SELECT provinceKey, wardKey, wardCode, ward, provinceShort FROM admin_units"
_BEFORE = """
SELECT provinceKey || '_' || districtKey || '_' || coalesce(wardKey, ''), wardCode, ward, district, provinceShort
FROM admin_units_legacy"""


def read_wheel(wheel: Path, source: Source) -> tuple[FormerCommune, ...]:
    """Return every former commune with all its successors, in the order of today's codes and names.

    Raises WheelUnusable where the file is another one, or its data do not fit together or miss the counts.
    """
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != source.sha256:
        raise WheelUnusable(f"{wheel.name} is not the one whose sha256 is {source.sha256}")
    try:
        with ZipFile(wheel) as opened, tempfile.TemporaryDirectory() as folder:
            units = opened.extract(_UNITS, folder)
            former = tuple(_former(Path(units), json.loads(opened.read(_CONVERSION))))
    except (BadZipFile, KeyError, ValueError, sqlite3.Error) as error:
        raise WheelUnusable(f"the data of {wheel.name} do not fit together: {error!r}") from error
    _check(former, source)
    return former


def _former(units: Path, conversion: dict[str, Any]) -> Iterator[FormerCommune]:
    connection = sqlite3.connect(units)
    try:
        now = {
            (province_key, key): Commune(code, *_titled(ward), province)
            for province_key, key, code, ward, province in connection.execute(_NOW)
        }
        successors = _successors(conversion, now)
        for key, code, ward, district, province in connection.execute(_BEFORE):
            kind, name = _titled(ward) if ward else ("", "")
            own = tuple(sorted(successors[key], key=lambda commune: commune.code))
            yield FormerCommune(code or "", kind, name, District(*_titled(district), province), own)
    finally:
        connection.close()


def _successors(
    conversion: dict[str, Any], now: dict[tuple[str, str], Commune]
) -> defaultdict[str, list[Commune]]:
    """Return the communes of today by the key of a former one."""
    found: defaultdict[str, list[Commune]] = defaultdict(list)
    for province, communes in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for key, whole in communes.items():
            for former in whole:
                found[former].append(now[province, key])
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, parts in divided.items():
            found[former] += [now[province, part["newWardKey"]] for part in parts]
    return found


def _titled(title: str) -> tuple[str, str]:
    """Part the kind from the name; the package's own column of kinds is wrong for one."""
    kind = next((kind for kind in read_source().kinds if title.lower().startswith(f"{kind} ")), None)
    if kind is None:
        raise ValueError(f"{title} is of no known kind")
    return kind, title[len(kind) + 1 :].strip()


def _check(former: tuple[FormerCommune, ...], source: Source) -> None:
    """Compare the figures with those expected; a former commune without a successor is an error too."""
    communes = {commune for one in former for commune in one.successors}
    counted = {
        "provinces": len({commune.province for commune in communes}),
        "communes": len(communes),
        "former": len(former),
        "split": sum(len(one.successors) > 1 for one in former),
    }
    if counted != dict(source.counts):
        raise WheelUnusable(f"there are {counted}, not {dict(source.counts)}")
    if lost := [one.title for one in former if not one.successors]:
        raise WheelUnusable(f"nothing came after {', '.join(lost[:3])}")
