"""Mistakes in the intent files and their held-out twins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.near_duplicates import near_duplicates
from bot.checks.said import Said, SaidFile, read_examples, read_utterances
from knowledge_base.findings import Finding

INTENTS = Path("nlu_data/intents")
TWINS = Path("tests/utterances")
FEWEST_EXAMPLES = 25
"""Below this the classifier of a new intent is mostly luck."""
FEWEST_UTTERANCES = 8


def read_intents(root: Path) -> list[SaidFile]:
    """Return every intent file."""
    return [read_examples(path, str(path.relative_to(root))) for path in _files(root / INTENTS)]


def check_intents(root: Path) -> list[Finding]:
    """Return what is wrong with the texts of the intents, file by file and across files."""
    trained = read_intents(root)
    twins = [read_utterances(path, str(path.relative_to(root))) for path in _files(root / TWINS)]
    return [
        *(finding for file in trained for finding in _file(file, FEWEST_EXAMPLES, "examples")),
        *(finding for file in twins for finding in _file(file, FEWEST_UTTERANCES, "utterances")),
        *_lonely(trained, twins),
        *_repeated([text for file in [*trained, *twins] for text in file.texts]),
        *near_duplicates(trained, twins),
    ]


def check_readable_intents(root: Path) -> list[Finding]:
    """Return only what keeps intent files from being trained on as they are meant."""
    return [finding for file in read_intents(root) for finding in _misread(file)]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))


def _file(file: SaidFile, fewest: int, kind: str) -> Iterator[Finding]:
    yield from _misread(file)
    if len(file.texts) < fewest and not (file.findings and not file.texts):
        yield Finding(
            file.file,
            file.line,
            f"{len(file.texts)} {kind}",
            "what is said in few ways is recognised by luck",
            f"write at least {fewest}, each worded in another way",
        )


def _misread(file: SaidFile) -> Iterator[Finding]:
    yield from file.findings
    if file.intent != file.stem and not (file.findings and not file.texts):
        yield Finding(
            file.file,
            file.line,
            f"the intent is {file.intent or 'missing'}, the file is {file.stem}",
            "an intent is found by the name of its file",
            f"write intent: {file.stem}, or rename the file",
        )


def _lonely(trained: list[SaidFile], twins: list[SaidFile]) -> Iterator[Finding]:
    wanted = {TWINS / Path(file.file).relative_to(INTENTS) for file in trained}
    there = {Path(file.file) for file in twins}
    for twin in sorted(wanted - there):
        yield Finding(
            str(INTENTS / twin.relative_to(TWINS)),
            1,
            f"there is no {twin}",
            "nobody can tell whether the intent is recognised on texts that it was not trained on",
            f"write {FEWEST_UTTERANCES} utterances there, apart from the examples",
        )
    for twin in sorted(there - wanted):
        yield Finding(
            str(twin), 1, "its intent file is gone", "it is the twin of nothing", "move it, or delete it"
        )


def _repeated(texts: list[Said]) -> Iterator[Finding]:
    first: dict[str, Said] = {}
    for said in texts:
        before = first.setdefault(said.key, said)
        if before is not said:
            yield Finding(
                said.file,
                said.line,
                f"{said.text} is the same to the engine as {before.file}:{before.line}",
                "accents are folded and short forms expanded, so it teaches nothing new or contradicts",
                "delete one of them",
            )
