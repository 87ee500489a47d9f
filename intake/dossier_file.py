"""Files of made-up dossiers: every entry read, or every mistake named with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intake import fields
from intake.dossier import ApplicantKind
from intake.fields import BadField, Supplement, Value
from intake.status import Status
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, text_node
from office.dossier_code import DossierCode

MOST_ENTRIES = 5_000
MOST_FINDINGS = 100
_WHY = "no dossier of the file is loaded until every entry can be"


class InvalidDossierFile(Exception):
    """The file holds mistakes; carries all of them, or the first hundred."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


@dataclass(frozen=True)
class MadeUpDossier:
    """One entry of a file; the proofs are in plain text here and only here."""

    code: DossierCode
    status: Status
    received_on: date
    due_on: date | None = None
    finished_on: date | None = None
    procedure: str = ""
    applicant_kind: ApplicantKind = ApplicantKind.INDIVIDUAL
    place: str = ""
    supplement: Supplement = field(default_factory=Supplement)
    lookup_key: str = field(default="", repr=False)
    id_last6: str = field(default="", repr=False)
    phone_last6: str = field(default="", repr=False)


@dataclass(frozen=True)
class _Field:
    """Where a field of the file goes and how it is read."""

    name: str
    read: Callable[[Value], Any]
    is_required: bool = False


_FIELDS = {
    "code": _Field("code", fields.code, is_required=True),
    "status": _Field("status", fields.status, is_required=True),
    "received": _Field("received_on", fields.day, is_required=True),
    "due": _Field("due_on", fields.day),
    "finished": _Field("finished_on", fields.day),
    "procedure": _Field("procedure", fields.text),
    "applicant": _Field("applicant_kind", fields.applicant),
    "where": _Field("place", fields.text),
    "supplement": _Field("supplement", fields.supplement),
    "lookup_key": _Field("lookup_key", fields.lookup_key),
    "id_last6": _Field("id_last6", fields.last_digits),
    "phone_last6": _Field("phone_last6", fields.last_digits),
}


@dataclass(frozen=True)
class DossierFile:
    """The entries of a file, and a finding for each field in it that is not known and so was left out."""

    dossiers: tuple[MadeUpDossier, ...]
    left_out: tuple[Finding, ...] = ()


def read_dossiers(text: str, file: str) -> list[MadeUpDossier]:
    """Return every entry of ``dossiers:``; raise InvalidDossierFile with its mistakes."""
    return list(read_file(text, file).dossiers)


def read_file(text: str, file: str) -> DossierFile:
    """Return what a file holds; raise InvalidDossierFile. ``file`` is the name used in findings."""
    reading = _Reading(file)
    try:
        entries = list(reading.entries(text_node(text, file)))
    except UnreadableFile as error:
        raise InvalidDossierFile([error.finding]) from error
    if reading.findings:
        raise InvalidDossierFile(sorted(reading.findings))
    return DossierFile(tuple(entries), tuple(reading.left_out))


def decoded(content: bytes, file: str) -> str:
    """Return the text of a file; raise InvalidDossierFile for one that is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        finding = Finding(file, line, "this is no UTF-8", _WHY, "save the file with the encoding UTF-8")
        raise InvalidDossierFile([finding]) from error


class _Reading:
    """One file being read: the mistakes found so far, the codes already seen with their lines."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._seen: dict[DossierCode, int] = {}
        self.findings: list[Finding] = []
        self.left_out: list[Finding] = []

    def entries(self, root: Node) -> Iterator[MadeUpDossier]:
        """Read the entries one after the other; what cannot be read becomes a finding."""
        listed = root.values.get("dossiers") if isinstance(root, Keys) else root
        if not isinstance(listed, Items):
            self._find(root, "there is no list of dossiers", "begin with `dossiers:` and a list below it")
            return
        if len(listed.nodes) > MOST_ENTRIES:
            mend = f"cut it into files of {MOST_ENTRIES} dossiers"
            self._find(root, f"there are {len(listed.nodes)} dossiers, more than are read at once", mend)
            return
        for node in listed.nodes:
            if len(self.findings) >= MOST_FINDINGS:
                return
            entry = self._entry(node)
            if entry:
                yield entry

    def _entry(self, node: Node) -> MadeUpDossier | None:
        if not isinstance(node, Keys):
            self._find(node, "an entry is no mapping", "write `- code: …` with its fields below it")
            return None
        written = {name: value for name, value in node.values.items() if not _is_nothing(value)}
        missing = [name for name, known in _FIELDS.items() if known.is_required and name not in written]
        for name in missing:
            self._find(node, f"{name} is missing", f"add `{name}:` to this entry")
        self._leave_out(written)
        read = {_FIELDS[name].name: self._value(name, written[name]) for name in written if name in _FIELDS}
        if missing or None in read.values():
            return None
        entry = MadeUpDossier(**read)
        self._check(entry, written)
        return entry

    def _value(self, name: str, node: Node) -> Any:
        """Return the value of a field, or None after noting why it cannot be read."""
        try:
            return _FIELDS[name].read(_raw(node))
        except BadField as error:
            self._find(node, f"{name}: {error.what}", error.mend)
            return None

    def _check(self, entry: MadeUpDossier, written: Mapping[str, Node]) -> None:
        if entry.code in self._seen:
            what = f"code: {entry.code} stands on line {self._seen[entry.code]} too"
            self._find(written["code"], what, "delete one of the two")
        self._seen[entry.code] = written["code"].line
        if entry.due_on and entry.due_on < entry.received_on:
            self._find(written["due"], "due: it lies before the day of receipt", "mend one of the two dates")

    def _leave_out(self, written: Mapping[str, Node]) -> None:
        for name in written.keys() - _FIELDS.keys():
            what, mend = f"there is no field {name[:40]!r}", f"take one of {', '.join(_FIELDS)}, or delete it"
            self.left_out.append(Finding(self._file, written[name].line, what, "it is left out", mend))

    def _find(self, node: Node, what: str, mend: str) -> None:
        self.findings.append(Finding(self._file, node.line, what, _WHY, mend))


def _raw(node: Node) -> Value:
    """Return the texts under a node as they are written."""
    if isinstance(node, Keys):
        return {name: _raw(value) for name, value in node.values.items() if not _is_nothing(value)}
    if isinstance(node, Items):
        return [_raw(item) for item in node.nodes]
    return node.text


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.kind == "null" or not node.text.strip())
