"""What the last import changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.catalogue.store import read_last_import
from office.settings import settings


def changes(as_json: bool) -> None:
    """Print day and changes of the last import."""
    try:
        last = read_last_import(settings().catalogue_dir)
    except StoreError as error:
        fail(str(error), ExitCode.FINDINGS)
    if last is None:
        fail("No catalogue was imported yet; run: motcua kb import PATH", ExitCode.FINDINGS)
    lines = [f"import of {last.on}", *change_lines(last.changes)]
    give({"on": last.on.isoformat(), **last.changes}, as_json=as_json, plain="\n".join(lines))


def change_lines(told: Mapping[str, Any], at_most: int | None = None) -> Iterator[str]:
    """Yield the counts, then each change on a line, ``at_most`` of a kind."""
    kinds = ("new", "changed", "withdrawn", "returned")
    yield ", ".join(f"{len(told[kind])} {kind}" for kind in kinds)
    if told["loss_accepted_because"]:
        yield f"loss accepted: {told['loss_accepted_because']}"
    yield from _some([f"new {code}" for code in told["new"]], at_most)
    yield from _some([f"changed {code}: {', '.join(of)}" for code, of in told["changed"].items()], at_most)
    yield from _some([_withdrawn(gone) for gone in told["withdrawn"]], at_most)
    yield from _some([f"returned {code}" for code in told["returned"]], at_most)


def _withdrawn(gone: Mapping[str, Any]) -> str:
    likely = ", ".join(gone["successors"]) or "none known"
    return f"withdrawn {gone['code']} {gone['name']}; likely successors: {likely}"


def _some(lines: Sequence[str], at_most: int | None) -> Iterator[str]:
    shown = lines if at_most is None else lines[:at_most]
    yield from shown
    if len(shown) < len(lines):
        yield f"… and {len(lines) - len(shown)} more: motcua kb changes"
