"""A procedure's YAML file: our plain words and the official facts, read into a Procedure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.entry import Entry
from knowledge_base.findings import Finding
from knowledge_base.official.facts_hash import facts_sha256
from knowledge_base.official.words import words
from knowledge_base.official_entry import read_official
from knowledge_base.overrides import named, read_overrides
from knowledge_base.procedure import Note, Procedure, Step
from knowledge_base.yaml_nodes import Items, plain
from knowledge_base.yaml_reader import UnreadableFile, root_node

CODE = re.compile(r"\d\.\d{6,9}")

_SHORT_NAME_AT_MOST = 80
_DISTINCTION_AT_MOST = 90
_PARAGRAPH_AT_MOST = 400
_STEPS = range(3, 9)


@dataclass(frozen=True)
class ProcedureFile:
    """What one file holds. Without findings there is a procedure; ``lines`` tells where its keys stand.

    ``code`` is the one in the file's name, so that a file with mistakes is known too.
    """

    file: str
    code: str
    procedure: Procedure | None
    lines: Mapping[str, int]
    findings: tuple[Finding, ...]


def read_procedure(path: Path, file: str) -> ProcedureFile:
    """Read a file; every mistake becomes a finding, none an exception. Aliases are not in it."""
    try:
        root = root_node(path, file)
    except UnreadableFile as error:
        return ProcedureFile(file, path.stem, None, {}, (error.finding,))
    findings: list[Finding] = []
    entry = Entry(root, file, findings)
    procedure = _procedure(entry)
    _check_code(entry, procedure.code, path)
    _check_hash(entry, procedure.code, file)
    entry.finish()
    lines = {key: entry.line_of(key) for key in ("siblings", "review_by")}
    return ProcedureFile(file, path.stem, None if findings else procedure, lines, tuple(findings))


def _procedure(entry: Entry) -> Procedure:
    overrides = read_overrides(entry)
    official = entry.entry("official", {override.fact: override.value for override in overrides})
    return Procedure(
        code=entry.text("code"),
        short_name=entry.text("short_name", at_most=_SHORT_NAME_AT_MOST),
        distinction=entry.text("distinction", at_most=_DISTINCTION_AT_MOST),
        siblings=entry.texts("siblings", optional=True),
        summary=entry.text("summary", at_most=_PARAGRAPH_AT_MOST),
        steps=_steps(entry),
        notes=entry.entries("notes", _note, optional=True),
        review_by=entry.required_day("review_by"),
        aliases=(),
        questions=(),
        special_words=(),
        overrides=named(overrides),
        **read_official(official),
    )


def _steps(entry: Entry) -> tuple[Step, ...]:
    steps = entry.entries("steps", _step)
    if isinstance(entry.node("steps", optional=True), Items) and len(steps) not in _STEPS:
        fewest, most = _STEPS[0], _STEPS[-1]
        entry.find_at(
            "steps",
            f"the number of steps is {len(steps)}",
            "few people follow more",
            f"write {fewest} to {most} steps",
        )
    return steps


def _step(entry: Entry) -> Step:
    return Step(entry.text("text", at_most=_PARAGRAPH_AT_MOST), _source(entry))


def _note(entry: Entry) -> Note:
    return Note(entry.text("text", at_most=_PARAGRAPH_AT_MOST), _source(entry))


def _source(entry: Entry) -> str:
    source, sections = entry.text("source"), words()["sections"]
    if source and not source.startswith(tuple(sections)):
        entry.find_at(
            "source",
            f"the source {source[:40]!r} is no section of a record",
            "whoever reviews the words looks them up there",
            f"begin with one of: {'; '.join(sections)}",
        )
    return source


def _check_code(entry: Entry, code: str, path: Path) -> None:
    if code and not CODE.fullmatch(code):
        entry.find_at(
            "code", f"the code {code[:40]!r} is none", "it names the file", "write it like 1.012753"
        )
    elif code and code != path.stem:
        entry.find_at(
            "code",
            f"the code {code} is not the file's name",
            "a procedure is found by its file",
            f"name the file {code}.yml, or correct the code",
        )


def _check_hash(entry: Entry, code: str, file: str) -> None:
    written = entry.text("facts_sha256")
    official = entry.node("official", optional=True)
    if written and official is not None and written != facts_sha256(plain(official)):
        entry.find_at(
            "facts_sha256",
            "the official block is not the one that was generated",
            "it was edited by hand, but official facts are word for word",
            f"run motcua kb draft {code} --update {file}",
        )
