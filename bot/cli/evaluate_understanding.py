"""How right the trained pipeline understands texts, beside others if wished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give, tell
from bot.cli.terminal import progress_of
from bot.supervisor.errors import NotSetUp
from bot.understanding.errand import ErrandFailed
from bot.understanding.evaluation import Measured, crossed, held_out, texts_to_ask
from bot.understanding.labelled import LabelledSet, LabelledSetUnusable
from bot.understanding.page import about
from bot.understanding.pipelines import PipelineChoice, peers, shipped
from bot.understanding.reading import check_pair, in_both, read_labelled, read_out_of_scope
from bot.understanding.report import CROSSED, ENTITIES, HELD_OUT, Report, write
from bot.understanding.tables import Table, tables
from knowledge_base.evaluation.noises.typed import NOISES
from office.settings import ROOT

_TRAIN, _TEST = ROOT / "nlu_data" / "intents", ROOT / "tests" / "utterances"
_ENTITIES = ROOT / "tests" / "entities"
OUT = ROOT / "build" / "evaluation" / "understanding"


@dataclass(frozen=True)
class Wished:
    """What is measured: on which texts, over how many folds (0 for none), with which noises and peers."""

    train: Path | None = None
    test: Path | None = None
    out_of_scope: Path | None = None
    folds: int = 5
    noises: bool = True
    peers: bool = False
    out: Path = OUT


@dataclass(frozen=True)
class _Sets:
    train: LabelledSet
    test: LabelledSet
    entities: LabelledSet | None


def evaluate_understanding(wished: Wished, *, as_json: bool) -> None:
    """Measure, print the tables, and write them with the plots to a folder."""
    try:
        sets = _sets(wished)
        report = _report(sets, wished)
        index = write(report, wished.out)
    except LabelledSetUnusable as error:
        fail(f"Nothing can be measured.\n{error}", ExitCode.FINDINGS)
    except ErrandFailed as error:
        fail(f"{error} Mend what it names, or run: motcua doctor", ExitCode.FINDINGS)
    except NotSetUp as error:
        fail(str(error), ExitCode.NOT_STARTED)
    told = report.as_data()
    tell(f"Written to {index}")
    give(told, as_json=as_json, plain="\n".join([about(told), *map(_plain, tables(told))]))


def _sets(wished: Wished) -> _Sets:
    if (wished.train is None) != (wished.test is None):
        fail("--train and --test go together: give both, or none for our own texts.", ExitCode.USAGE)
    ours = wished.train is None
    train, test = read_labelled(wished.train or _TRAIN), read_labelled(wished.test or _TEST)
    if wished.out_of_scope:
        test = replace(test, texts=(*test.texts, *read_out_of_scope(wished.out_of_scope).texts))
    check_pair(train, test)
    return _Sets(train, test, read_labelled(_ENTITIES) if ours else None)


def _report(sets: _Sets, wished: Wished) -> Report:
    measured = {shipped().name: _shipped(sets, wished)}
    left_out: dict[str, str] = {}
    for peer in peers() if wished.peers else ():
        try:
            measured[peer.name] = {HELD_OUT: _held_out(peer, sets, wished)}
        except ErrandFailed as error:
            left_out[peer.name] = str(error)
    counts = len(sets.train.texts), len(sets.test.texts), in_both(sets.train, sets.test)
    return Report(sets.train.name, sets.test.name, *counts, measured, left_out)


def _shipped(sets: _Sets, wished: Wished) -> Mapping[str, Measured]:
    pipeline, noises = shipped(), NOISES if wished.noises else ()
    measured = {}
    if wished.folds:
        total = texts_to_ask(len(sets.train.texts), noises)
        with progress_of(f"Cross-validate over {wished.folds} folds", total) as asked:
            measured[CROSSED] = crossed(pipeline, sets.train, wished.folds, noises, asked)
    measured[HELD_OUT] = _held_out(pipeline, sets, wished)
    if sets.entities:
        with progress_of("Read entities", len(sets.entities.texts)) as asked:
            measured[ENTITIES] = held_out(pipeline, sets.train, sets.entities, noises, asked)
    return measured


def _held_out(pipeline: PipelineChoice, sets: _Sets, wished: Wished) -> Measured:
    noises = NOISES if wished.noises else ()
    total = texts_to_ask(len(sets.test.texts), noises)
    with progress_of(f"Train and ask: {pipeline.name}", total) as asked:
        return held_out(pipeline, sets.train, sets.test, noises, asked)


def _plain(table: Table) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(table.head, *table.rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in (table.head, *table.rows))
    return "\n".join(["", table.title, *(f"  {line}" for line in lines)])
