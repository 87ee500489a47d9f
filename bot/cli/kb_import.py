"""Import the national catalogue from files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_changes import change_lines
from bot.cli.kb_reading import catalogue_or_fail
from bot.cli.speech import fail, give, tell
from bot.cli.terminal import progress_of
from knowledge_base.catalogue.curated import stale_files
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.catalogue.lock import sole_writer
from knowledge_base.catalogue.renewal import Renewal, renewed
from knowledge_base.catalogue.store import Import, write_catalogue
from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.importing.gathering import Gathering
from knowledge_base.importing.journal import Journal
from knowledge_base.importing.run import gather
from knowledge_base.knowledge import KNOWLEDGE_FOLDER
from office.settings import settings

_TOLD_ONE_BY_ONE = 20


def import_files(
    paths: list[Path], *, whole: bool, dry_run: bool, accept_loss: str, day: date | None, as_json: bool
) -> None:
    """Read all files, then replace the catalogue at once; exit 1 when a file was refused."""
    if missing := [path for path in paths if not path.exists()]:
        fail(f"{missing[0]}: there is no such file or folder. Mend the path.", ExitCode.FINDINGS)
    folder = settings().catalogue_dir
    try:
        with sole_writer(folder):
            journal = Journal(folder)
            with progress_of("Import", total=None) as advance:
                gathering = gather(paths, date.today(), journal, advance, fetched=day)
            bring_in(
                gathering,
                whole=whole,
                dry_run=dry_run,
                accept_loss=accept_loss,
                as_json=as_json,
                after=lambda: None if dry_run else journal.close(),
            )
    except StoreError as error:
        fail(str(error), ExitCode.FINDINGS)


def bring_in(
    gathering: Gathering,
    *,
    whole: bool,
    dry_run: bool,
    accept_loss: str,
    as_json: bool,
    after: Callable[[], None],
    still_listed: frozenset[str] = frozenset(),
) -> None:
    """Put what was gathered over the catalogue, call ``after`` and report; may raise StoreError.

    The caller holds the lock. Codes that are ``still_listed`` are not withdrawn though their record was lost.
    """
    if not gathering.records:
        _tell_refused(gathering)
        fail("No record was found in these files; the catalogue is as it was.", ExitCode.FINDINGS)
    folder, today = settings().catalogue_dir, date.today()
    old = catalogue_or_fail(folder)
    renewal = renewed(
        old,
        gathering.as_records(),
        today,
        whole=whole,
        accept_loss=accept_loss,
        still_listed=still_listed,
    )
    report = _report(gathering, renewal, old, today)
    if not dry_run:
        report["version"] = write_catalogue(folder, renewal.records, Import(today, renewal.changes.as_data()))
    report["dry_run"] = dry_run
    after()
    _tell_refused(gathering)
    give(report, as_json=as_json, plain="\n".join(_lines(report, folder)))
    if gathering.refused:
        rest = "would be imported" if dry_run else "was imported"
        fail(f"{len(gathering.refused)} were refused; the rest {rest}.", ExitCode.FINDINGS)


def _report(gathering: Gathering, renewal: Renewal, old: Catalogue, today: date) -> dict[str, Any]:
    imported = gathering.records
    hidden = Counter(
        stored.hidden_because
        for stored in renewal.records
        if stored.code in imported and stored.hidden_because
    )
    now = Catalogue("", {stored.code: stored for stored in renewal.records}, today)
    moved = {*(renewal.changes.changed or {}), *(gone.code for gone in renewal.changes.withdrawn)}
    stale = stale_files(now, KNOWLEDGE_FOLDER / "procedures", date.min)
    return {
        "kept": len(imported),
        "for_citizens": len(imported) - hidden.total(),
        "hidden": dict(sorted(hidden.items())),
        "merged": [asdict(merged) for merged in gathering.merged],
        "refused": [asdict(refused) for refused in gathering.refused],
        "changes": renewal.changes.as_data(),
        "curated": [asdict(item) for item in stale if not old.records or item.code in moved],
    }


def _tell_refused(gathering: Gathering) -> None:
    for refused in gathering.refused:
        tell(f"refused {refused.file}: {refused.why}")


def _lines(report: dict[str, Any], folder: Path) -> Iterator[str]:
    merged, refused = report["merged"], report["refused"]
    yield f"{report['kept']} records kept, {len(merged)} merged, {len(refused)} refused"
    hidden = ", ".join(f"{count} {why}" for why, count in report["hidden"].items())
    yield f"{report['for_citizens']} for citizens" + (f"; kept from them: {hidden}" if hidden else "")
    yield from (f"merged {row['code']}: {row['file']} into {row['kept']}: {row['why']}" for row in merged)
    yield from change_lines(report["changes"], at_most=_TOLD_ONE_BY_ONE)
    yield from (f"curated {item['file']}: {item['why']}" for item in report["curated"])
    yield "nothing was written" if report["dry_run"] else f"catalogue {report['version']} in {folder}"
