"""Reading golden conversations from YAML: what is wrong is said with file, line and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.golden.conversation import Conversation, Turn, lookup_keys
from bot.golden.expectations import EXPECTED
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar, plain
from knowledge_base.yaml_reader import UnreadableFile, root_node
from office.outcome import Outcome

_TEXT, _TEXTS, _NUMBER = "a text", "a list of texts", "a whole number"
_FORMS: Mapping[str, tuple[str, ...]] = {
    "outcome": (_TEXT, _TEXTS), "outcome_not": (_TEXT, _TEXTS), "shows": (_TEXT,), "shows_choice": (_NUMBER,),
    "offers": (_TEXTS,), "procedures": (_TEXTS,), "facet": (_TEXT,), "dossier_codes": (_TEXTS,),
    "says": (_TEXTS,), "never": (_TEXTS,), "not_intent": (_TEXT,), "same_as": (_TEXT,), "remember": (_TEXT,),
    "citizen": (_TEXT,), "citizen_repeats": (_TEXT,), "times": (_NUMBER,), "proof_of": (_TEXT,),
    "before": (_TEXT,), "after_days": (_NUMBER,), "title": (_TEXT,), "topic": (_TEXT,), "needs": (_TEXT,),
}  # fmt: skip
_SAID = ("citizen", "citizen_repeats", "proof_of")
_OF_TURN = (*EXPECTED, *_SAID, "times", "remember", "before", "after_days")
_OF_CONVERSATION = ("title", "topic", "needs", "turns")
_KNOWN: Mapping[str, Sequence[str]] = {
    "outcome": tuple(Outcome), "outcome_not": tuple(Outcome), "before": ("restart_engine",), "needs": ("communes",),
}  # fmt: skip


class ConversationsUnreadable(Exception):
    """Files hold mistakes; carries a finding for each."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def read_conversations(files: Sequence[Path]) -> list[Conversation]:
    """Return the conversations of the files in their order; raises ConversationsUnreadable with all mistakes."""
    findings: list[Finding] = []
    found = [talk for path in files for talk in _Reading(path, findings).conversations()]
    if findings:
        raise ConversationsUnreadable(findings)
    return found


class _Reading:
    def __init__(self, path: Path, findings: list[Finding]) -> None:
        self._path, self._file = path, str(path)
        self._findings = findings
        self._keys = lookup_keys()

    def conversations(self) -> list[Conversation]:
        try:
            root = root_node(self._path, self._file)
        except UnreadableFile as error:
            self._findings.append(error.finding)
            return []
        return [self._conversation(node) for node in self._items(root, "the file", "- title: … and turns: …")]

    def _conversation(self, node: Node) -> Conversation:
        values = self._values(node, _OF_CONVERSATION, "a conversation")
        turns = values.pop("turns", None)
        read = {name: plain(value) for name, value in values.items()}
        if isinstance(node, Keys) and not {"title", "turns"} <= set(node.values):
            self._find(node, "a conversation without title or turns", "write title: and turns:")
        items = () if turns is None else self._items(turns, "turns", "- citizen: …")
        found = tuple(self._turn(turn) for turn in items)
        topic, needs = read.get("topic", self._path.stem), read.get("needs", "")
        return Conversation(read.get("title", ""), topic, found, self._file, node.line, needs)

    def _turn(self, node: Node) -> Turn:
        values = {name: plain(value) for name, value in self._values(node, _OF_TURN, "a turn").items()}
        said = self._said(node, values)
        expected = {name: values[name] for name in values if name in EXPECTED}
        if not expected:
            self._find(node, "a turn that expects nothing", "add at least outcome:")
        more = {name: values[name] for name in ("before", "after_days", "remember") if name in values}
        return Turn(said, expected, node.line, **more)

    def _said(self, node: Node, values: Mapping[str, Any]) -> str:
        said = [name for name in _SAID if name in values]
        if len(said) != 1:
            self._find(node, "a turn says one thing", f"write one of {', '.join(_SAID)}")
            return ""
        text: str = values[said[0]]
        if said == ["proof_of"]:
            if text not in self._keys:
                self._find(node, f"{text} is no made-up dossier", "take a code of intake/made_up.yml")
            return self._keys.get(text, "")
        return text * int(values.get("times", 1)) if said == ["citizen_repeats"] else text

    def _values(self, node: Node, known: Sequence[str], what: str) -> dict[str, Node]:
        """Return the values of known keys and right forms; the others are findings."""
        if not isinstance(node, Keys):
            self._find(node, f"{what} is no group of keys", "write key: value on each line")
            return {}
        kept = {}
        for name, value in node.values.items():
            if name not in known:
                self._find(value, f"{what} has no {name}", f"write one of {', '.join(known)}")
            elif name == "turns" or self._is_formed(name, value):
                kept[name] = value
        return kept

    def _is_formed(self, name: str, value: Node) -> bool:
        if not any(_HAS_FORM[form](value) for form in _FORMS[name]):
            self._find(
                value, f"{name} is not {' or '.join(_FORMS[name])}", "put texts, also codes, in quotes"
            )
            return False
        texts = [plain(node) for node in value.nodes] if isinstance(value, Items) else [plain(value)]
        unknown = [text for text in texts if name in _KNOWN and text not in _KNOWN[name]]
        if unknown:
            self._find(value, f"{name} is never {unknown[0]}", f"write one of {', '.join(_KNOWN[name])}")
        return not unknown

    def _items(self, node: Node, what: str, mend: str) -> Sequence[Node]:
        if isinstance(node, Items) and node.nodes:
            return node.nodes
        self._find(node, f"{what} is no list, or an empty one", f"begin each entry with {mend}")
        return ()

    def _find(self, node: Node, what: str, mend: str) -> None:
        why = "the conversation cannot be checked"
        self._findings.append(Finding(self._file, node.line, what, why, mend))


def _is_text(node: Node) -> bool:
    return isinstance(node, Scalar) and node.kind == "str"


_HAS_FORM: Mapping[str, Callable[[Node], bool]] = {
    _TEXT: _is_text,
    _TEXTS: lambda node: isinstance(node, Items) and all(map(_is_text, node.nodes)),
    _NUMBER: lambda node: isinstance(node, Scalar) and node.kind == "int",
}
