"""How right the search of the published snapshot is, beside other searches over the same documents."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.cli.evaluation_lines import bench_lines, evaluation_lines, growth_lines
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.cli.terminal import one_more, progress_of
from bot.knowledge import search_over
from knowledge_base.catalogue.province import province_named
from knowledge_base.encoder.in_use import encoder_in_use
from knowledge_base.evaluation.bench.measured import BenchMeasured, measured
from knowledge_base.evaluation.bench.reading import BENCHES, BenchUnreadable, read_bench
from knowledge_base.evaluation.evaluation import Base, Evaluation, evaluate
from knowledge_base.evaluation.growth.growth import GROWING, SIZES, Grown, growth
from knowledge_base.evaluation.noises.typed import NOISES
from knowledge_base.evaluation.questions import FITTED, FOLDER, SPLITS, AskedQuestion, read_questions
from knowledge_base.evaluation.refit import refitted
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.reading import read_current
from knowledge_base.search.published import documents_of
from knowledge_base.snapshot import Snapshot
from office.settings import settings

_GROWN_WITH = 100
"""Questions that are asked at each size: FTS5 takes a second for one at 60,000."""

Sets = dict[str, list[AskedQuestion]]


@dataclass(frozen=True)
class Wished:
    """What is measured beside the everyday questions."""

    bench: Path | None = None
    noises: bool = False
    growth: bool = False


def evaluate_knowledge(files: list[Path], wished: Wished, *, as_json: bool) -> None:
    """Print how often the right procedure comes first with each peer, and whatever else is wished."""
    sets = _sets(files, SPLITS)
    snapshot, noises = _snapshot(), NOISES if wished.noises else ()
    told = _evaluation(snapshot, sets, noises)
    benches, missing = _benches(wished.bench, noises)
    grown = _growth(snapshot, sets) if wished.growth else []
    result: dict[str, Any] = asdict(told)
    result["bench"] = {name: asdict(one) for name, one in benches.items()}
    result["bench_left_out"] = missing
    result["growth"] = [asdict(one) for one in grown]
    lines = [*evaluation_lines(told)]
    for name, one in benches.items():
        lines += bench_lines(name, one)
    lines += [f"Left out: {name}: {reason}" for name, reason in missing.items()]
    lines += growth_lines(grown) if grown else []
    give(result, as_json=as_json, plain="\n".join(lines))


def fit(files: list[Path], *, as_json: bool) -> None:
    """Print the ranking's weights, fitted to the files' questions or to those of ours that may teach."""
    search = search_over(_snapshot(), settings())
    sets = _sets([], FITTED) if not files else _sets(files, ())
    weights = refitted(search, [question for questions in sets.values() for question in questions])
    give(weights, as_json=as_json, plain="\n".join(f"{name}: {weight}" for name, weight in weights.items()))


def _sets(files: list[Path], splits: tuple[str, ...]) -> Sets:
    try:
        return {
            path.stem: read_questions(path)
            for path in [*(FOLDER / f"{name}.jsonl" for name in splits), *files]
        }
    except (OSError, ValueError) as error:
        fail(f"Nothing can be measured.\n{error}", ExitCode.FINDINGS)


def _snapshot() -> Snapshot:
    try:
        return read_current(settings().snapshots_dir)
    except SnapshotError as error:
        fail(f"Nothing can be measured.\n{error}", ExitCode.FINDINGS)


def _evaluation(snapshot: Snapshot, sets: Sets, noises: tuple[str, ...]) -> Evaluation:
    base = Base(
        lambda: search_over(snapshot, settings()),
        list(documents_of(snapshot)),
        province_named(settings().home_province),
        {code: procedure.field for code, procedure in snapshot.procedures.items()},
    )
    with progress_of("Ask", total=None) as advance:
        return evaluate(base, sets, noises, one_more(advance))


def _benches(folder: Path | None, noises: tuple[str, ...]) -> tuple[dict[str, BenchMeasured], dict[str, str]]:
    if folder is None:
        return {}, dict.fromkeys(BENCHES, "it is measured where --bench says")
    found: dict[str, BenchMeasured] = {}
    missing: dict[str, str] = {}
    encoder = encoder_in_use(settings().encoder, settings().converted_encoder)
    for name in BENCHES:
        try:
            bench = read_bench(folder / name)
        except (OSError, BenchUnreadable) as error:
            missing[name] = str(error)
            continue
        with progress_of(f"Ask {bench.name}", total=None) as advance:
            found[bench.name] = measured(bench, encoder, noises, one_more(advance))
    return found, missing


def _growth(snapshot: Snapshot, sets: Sets) -> list[Grown]:
    questions = [question.question for questions in sets.values() for question in questions]
    with progress_of("Grow", total=len(SIZES) * len(GROWING)) as advance:
        return growth(list(documents_of(snapshot)), questions[:_GROWN_WITH], SIZES, one_more(advance))
