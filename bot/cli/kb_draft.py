"""Draft the file of a procedure, or renew the facts of one."""

from __future__ import annotations

from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_reading import imported_catalogue
from bot.cli.speech import fail, give
from knowledge_base.catalogue.usable import usable_record
from knowledge_base.draft import draft, updated
from knowledge_base.official.block import Record
from knowledge_base.official.catalogue import CatalogueError, find_record


def draft_file(
    code: str, catalogue: Path | None, out: Path | None, update: Path | None, as_json: bool
) -> None:
    """Write the draft where it was asked for, or print it."""
    if out and update:
        fail("--out writes a new file, --update renews one; give one of them.", ExitCode.USAGE)
    try:
        record = _record(code, catalogue)
        if update:
            text = updated(update.read_text("utf-8"), record)
            update.write_text(text, "utf-8")
        else:
            text = draft(record)
            if out:
                _write_new(out, text)
    except (CatalogueError, OSError, UnicodeDecodeError) as error:
        fail(str(error), ExitCode.FINDINGS)
    file = update or out
    result = {"code": code, "file": str(file) if file else None, "text": text}
    give(result, as_json=as_json, plain=str(file) if file else text.rstrip("\n"))


def _record(code: str, catalogue: Path | None) -> Record:
    return find_record(catalogue, code) if catalogue else usable_record(imported_catalogue(), code)


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FileExistsError(
            f"{path}: there is one already; refresh its facts with --update {path}"
        ) from error
