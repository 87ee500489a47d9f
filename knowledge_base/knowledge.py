"""Everything in the knowledge folder: procedures, each with its aliases, and what is wrong with the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge_base.alias_file import Aliases, AliasFile, read_aliases
from knowledge_base.cross_checks import cross_findings
from knowledge_base.findings import Finding
from knowledge_base.glossary_checks import glossary_findings
from knowledge_base.glossary_file import GlossaryFile, read_terms
from knowledge_base.procedure import Procedure
from knowledge_base.procedure_file import ProcedureFile, read_procedure

KNOWLEDGE_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Knowledge:
    """What the folder holds; ``procedures`` lacks those whose file has a finding of its own.

    ``aliases`` has people's names by code, also for procedures that the folder does not hold.
    """

    procedures: Mapping[str, Procedure]
    aliases: Mapping[str, Aliases]
    files: tuple[ProcedureFile, ...]
    findings: tuple[Finding, ...]


def read_knowledge(folder: Path = KNOWLEDGE_FOLDER) -> Knowledge:
    """Read ``procedures/<field>/<code>.yml``, ``aliases/<field>.yml`` and ``glossary/``; mistakes become findings."""
    files = tuple(
        read_procedure(path, shown(path)) for path in sorted((folder / "procedures").glob("*/*.yml"))
    )
    alias_files = [read_aliases(path, shown(path)) for path in sorted((folder / "aliases").glob("*.yml"))]
    terms = [read_terms(path, shown(path)) for path in sorted((folder / "glossary").glob("*.yml"))]
    aliases = [entry for file in alias_files for entry in file.entries]
    by_code = {entry.code: entry for entry in aliases}
    findings = [
        *_nothing(folder, files),
        *_misplaced(folder),
        *_own_findings([*files, *alias_files, *terms]),
        *cross_findings(files, aliases),
        *glossary_findings((term for file in terms for term in file.terms), aliases),
    ]
    procedures = [with_names(file.procedure, by_code) for file in files if file.procedure]
    by_own_code = {procedure.code: procedure for procedure in procedures}
    return Knowledge(by_own_code, by_code, files, tuple(sorted(findings)))


def with_names(procedure: Procedure, aliases: Mapping[str, Aliases]) -> Procedure:
    """Return the procedure with people's names for it, as it is where they have none."""
    names = aliases.get(procedure.code)
    if names is None:
        return procedure
    return replace(
        procedure, aliases=names.aliases, questions=names.questions, special_words=names.special_words
    )


def shown(path: Path) -> str:
    """Return the path as people read it in findings: from where they stand, if it lies below."""
    absolute, here = path.absolute(), Path.cwd()
    return str(absolute.relative_to(here) if absolute.is_relative_to(here) else absolute)


def _own_findings(files: Iterable[ProcedureFile | AliasFile | GlossaryFile]) -> list[Finding]:
    return [finding for file in files for finding in file.findings]


def _nothing(folder: Path, files: tuple[ProcedureFile, ...]) -> list[Finding]:
    if files:
        return []
    return [
        Finding(
            shown(folder / "procedures"),
            1,
            "there is no procedure",
            "nothing can be answered",
            "add one, see docs/procedures.md",
        )
    ]


def _misplaced(folder: Path) -> list[Finding]:
    folders = ("procedures", "aliases", "glossary")
    found = [path for name in folders for path in (folder / name).rglob("*") if path.is_file()]
    read = {*(folder / "procedures").glob("*/*.yml")}
    read |= {path for name in folders[1:] for path in (folder / name).glob("*.yml")}
    why = "only procedures/<field>/<code>.yml, aliases/<field>.yml and glossary/<theme>.yml are read"
    return [
        Finding(shown(path), 1, "this file is not read", why, "rename, move or delete it")
        for path in found
        if path not in read
    ]
