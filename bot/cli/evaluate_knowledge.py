"""How right the search of the published snapshot is, on questions that nobody answered for it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.cli.terminal import progress_of
from bot.knowledge import search_over
from knowledge_base.evaluation.evaluate import Asked, Report, ask, report
from knowledge_base.evaluation.questions import FOLDER, SPLITS, read_questions
from knowledge_base.evaluation.refit import refitted
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.reading import read_current
from office.settings import settings


def evaluate(files: list[Path], *, as_json: bool, fit: bool) -> None:
    """Print how often the right procedure comes first, by file and register; or the weights fitted to the questions."""
    try:
        search = search_over(read_current(settings().snapshots_dir), settings())
        sets = {
            path.stem: read_questions(path) for path in files or [FOLDER / f"{name}.jsonl" for name in SPLITS]
        }
    except (SnapshotError, OSError, ValueError) as error:
        fail(f"Nothing can be measured.\n{error}", ExitCode.FINDINGS)
    if fit:
        weights = refitted(search, [question for questions in sets.values() for question in questions])
        give(
            weights, as_json=as_json, plain="\n".join(f"{name}: {weight}" for name, weight in weights.items())
        )
        return
    with progress_of("Ask", total=sum(map(len, sets.values()))) as advance:
        asked: dict[str, list[Asked]] = {}
        for name, questions in sets.items():
            asked[name] = ask(search, questions)
            advance(sum(map(len, asked.values())))
    reports = {name: report(answers) for name, answers in asked.items()}
    every = [answer for answers in asked.values() for answer in answers]
    for register in sorted({answer.question.register for answer in every}):
        reports[register] = report([answer for answer in every if answer.question.register == register])
    plain = "\n".join(_line(name, told) for name, told in reports.items())
    give({name: asdict(told) for name, told in reports.items()}, as_json=as_json, plain=plain)


def _line(name: str, told: Report) -> str:
    return (
        f"{name:14} {told.ours.first.count:4}  first {told.ours.first}  within 4 {told.ours.within_four}"
        f"  MRR {told.ours.reciprocal}  | words alone: first {told.words_alone.first}"
        f"  | told {told.clear}, of all wrongly {told.clear_wrong}, asked {told.asked_back}, none {told.no_source}"
    )
