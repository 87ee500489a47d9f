"""What only shows when the files of the knowledge folder are held against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge_base.alias_file import Aliases
from knowledge_base.findings import Finding
from knowledge_base.official.names import official_names
from knowledge_base.official.text import tidy_name
from knowledge_base.procedure import Procedure
from knowledge_base.procedure_file import ProcedureFile
from knowledge_base.vietnamese.folding import folded_syllables


def cross_findings(files: Iterable[ProcedureFile], aliases: Iterable[Aliases]) -> list[Finding]:
    """Return what is wrong between files. A file that cannot be read still counts by its name."""
    files, aliases = list(files), list(aliases)
    codes = {file.code for file in files}
    procedures = {file.code: file.procedure for file in files if file.procedure}
    return [
        *_twice(files),
        *_unknown_siblings(files, codes),
        *_one_sided_siblings(files, procedures),
        *_strangers(aliases, codes),
        *_other_names(aliases, procedures),
        *_repeated_entries(aliases),
        *_shared_aliases(aliases, procedures),
    ]


def _twice(files: list[ProcedureFile]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.code, file.file)
        if other != file.file:
            what = f"the procedure {file.code} is also in {other}"
            yield Finding(file.file, 1, what, "a code names one procedure", "delete one of the files")


def _unknown_siblings(files: list[ProcedureFile], codes: set[str]) -> Iterator[Finding]:
    for file in files:
        for sibling in file.procedure.siblings if file.procedure else ():
            line = file.lines["siblings"]
            if sibling == file.code:
                yield Finding(
                    file.file, line, "it names itself as sibling", "nothing tells them apart", "delete it"
                )
            elif sibling not in codes:
                yield Finding(
                    file.file,
                    line,
                    f"the sibling {sibling[:40]} has no file",
                    "it could not be offered as a choice",
                    "draft it, see docs/procedures.md, or take the code out",
                )


def _one_sided_siblings(files: list[ProcedureFile], procedures: dict[str, Procedure]) -> Iterator[Finding]:
    for file in files:
        for code, other in procedures.items() if file.procedure else ():
            if file.code in other.siblings and code not in (file.code, *procedures[file.code].siblings):
                what = f"{code} names it as sibling, but not the other way round"
                why, mend = "who asks for this one is not offered the other", f"add {code} to the siblings"
                yield Finding(file.file, file.lines["siblings"], what, why, mend)


def _strangers(aliases: list[Aliases], codes: set[str]) -> Iterator[Finding]:
    known = codes | official_names().keys()
    for entry in aliases:
        if entry.code and entry.code not in known:
            yield Finding(
                entry.file,
                entry.line,
                f"{entry.code[:40]} has aliases but is no procedure of the central level",
                "nobody can be answered by them",
                "correct the code, or take the entry out",
            )


def _other_names(aliases: list[Aliases], procedures: dict[str, Procedure]) -> Iterator[Finding]:
    for entry in aliases:
        procedure = procedures.get(entry.code)
        official = procedure.name if procedure else official_names().get(entry.code, "")
        if official and entry.name and tidy_name(entry.name) != tidy_name(official):
            yield Finding(
                entry.file,
                entry.line,
                f"the name beside {entry.code} is not its official one",
                "the reader of this file is misled",
                f"write: {official}",
            )


def _repeated_entries(aliases: list[Aliases]) -> Iterator[Finding]:
    first: dict[str, Aliases] = {}
    for entry in aliases:
        other = first.setdefault(entry.code, entry)
        if other.file != entry.file:
            what = f"{entry.code} also has aliases in {other.file}"
            yield Finding(
                entry.file, entry.line, what, "only one of them counts", "put them together in one file"
            )


def _shared_aliases(aliases: list[Aliases], procedures: dict[str, Procedure]) -> Iterator[Finding]:
    owners: dict[str, list[tuple[str, Aliases]]] = defaultdict(list)
    for entry in aliases:
        for alias in entry.aliases:
            owners[" ".join(folded_syllables(alias))].append((alias, entry))
    for (_, first), *others in owners.values():
        for alias, entry in others:
            if entry.code == first.code:
                why, mend = "marks and capitals make no difference", "delete one"
                yield Finding(entry.file, entry.line, f"the alias {alias!r} is written twice", why, mend)
            elif not _are_siblings(first, entry, procedures):
                yield Finding(
                    entry.file,
                    entry.line,
                    f"{first.code} has the alias {alias!r} too",
                    "people could not be told which is meant",
                    "give it to one of them, or name them as siblings",
                )


def _are_siblings(one: Aliases, other: Aliases, procedures: dict[str, Procedure]) -> bool:
    return other.code in _siblings(one, procedures) or one.code in _siblings(other, procedures)


def _siblings(entry: Aliases, procedures: dict[str, Procedure]) -> tuple[str, ...]:
    procedure = procedures.get(entry.code)
    return (*entry.siblings, *(procedure.siblings if procedure else ()))
