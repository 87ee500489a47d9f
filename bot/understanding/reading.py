"""Reading a labelled set from a file or a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bot.understanding.json_lines import read_json_lines
from bot.understanding.labelled import Labelled, LabelledSet, LabelledSetUnusable
from bot.understanding.rasa_yaml import read_rasa_yaml
from bot.understanding.scope import OUTSIDE, is_out_of_scope
from knowledge_base.findings import Finding

_READERS = {".yml": read_rasa_yaml, ".yaml": read_rasa_yaml, ".jsonl": read_json_lines}
_KINDS = ", ".join(_READERS)


def read_labelled(path: Path) -> LabelledSet:
    """Read a file, or every file of a folder; raises LabelledSetUnusable with what is wrong in all of them."""
    texts: list[Labelled] = []
    findings: list[Finding] = []
    for file in _files(path):
        try:
            texts += _READERS[file.suffix](file, str(file))
        except LabelledSetUnusable as error:
            findings += error.findings
    findings += [_empty(labelled) for labelled in texts if not labelled.text.strip()]
    if findings:
        raise LabelledSetUnusable(findings)
    return LabelledSet(path.stem, tuple(texts))


def read_out_of_scope(path: Path) -> LabelledSet:
    """Read texts that nothing is offered for: one a line, or as ``read_labelled``; their own intents do not count."""
    if path.suffix == ".txt" and path.is_file():
        lines = enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        texts = [
            Labelled(line.strip(), OUTSIDE, (), str(path), number) for number, line in lines if line.strip()
        ]
    elif path.suffix == ".jsonl" and path.is_file():
        texts = read_json_lines(path, str(path), OUTSIDE)
    else:
        texts = list(read_labelled(path).texts)
    return LabelledSet(path.stem, tuple(replace(one, intent=OUTSIDE) for one in texts))


def check_pair(train: LabelledSet, test: LabelledSet) -> None:
    """Raise LabelledSetUnusable where nothing can be learned from the one or told about the other."""
    findings = [*_unlearned(train, test), *_nothing_to_choose(train)]
    if findings:
        raise LabelledSetUnusable(findings)


def in_both(train: LabelledSet, test: LabelledSet) -> int:
    """Return how many texts of the test were trained on: what they tell is memory."""
    learned = {labelled.text.strip().lower() for labelled in train.texts}
    return sum(labelled.text.strip().lower() in learned for labelled in test.texts)


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.suffix in _READERS and file.is_file())
        if not found:
            raise _no_set(path, "the folder holds no file of labelled texts", f"put a file there: {_KINDS}")
        return found
    if not path.is_file():
        raise _no_set(path, "there is no such file or folder", "mend the path")
    if path.suffix not in _READERS:
        raise _no_set(
            path, f"files that end in {path.suffix or 'nothing'} are not read", f"take one of {_KINDS}"
        )
    return [path]


def _unlearned(train: LabelledSet, test: LabelledSet) -> Iterator[Finding]:
    known, told = set(train.intents), set[str]()
    for labelled in test.texts:
        if labelled.intent in known | told or is_out_of_scope(labelled.intent):
            continue
        told.add(labelled.intent)
        yield Finding(
            labelled.file,
            labelled.line,
            f"the intent {labelled.intent} is only in the test set",
            "nothing can be recognised that was never learned",
            f"add examples of it to {train.name}, mend its name, or name it out_of_scope_…",
        )


def _nothing_to_choose(train: LabelledSet) -> Iterator[Finding]:
    if len(train.intents) < 2:
        first = train.texts[0]
        yield Finding(
            first.file,
            first.line,
            f"{first.intent} is the only intent of the training set",
            "with one intent there is nothing to choose",
            "add examples of another one",
        )


def _empty(labelled: Labelled) -> Finding:
    return Finding(
        labelled.file,
        labelled.line,
        f"this text of {labelled.intent} is empty",
        "nothing can be understood from nothing",
        "write it, or delete the line",
    )


def _no_set(path: Path, what: str, mend: str) -> LabelledSetUnusable:
    return LabelledSetUnusable([Finding(str(path), 1, what, "there is nothing to measure with", mend)])
