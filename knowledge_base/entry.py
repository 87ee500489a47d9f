"""Read a mapping of a YAML file key by key, collecting what is wrong instead of stopping at it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar

T = TypeVar("T")

_DIGITS = re.compile(r"\d{1,15}")
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")
_KINDS = {
    "null": "nothing",
    "bool": "yes or no",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "seq": "a list",
    "map": "a group of keys",
}


class Entry:
    """A mapping that is being read; every ``find`` lands in the list it was given.

    What is missing or wrong is reported once and read as an empty value, so that one pass finds all mistakes.
    """

    def __init__(self, node: Node, file: str, findings: list[Finding], name: str = "the file") -> None:
        self._node = node
        self._file = file
        self._findings = findings
        self._name = name
        self._values: Mapping[str, Node] = node.values if isinstance(node, Keys) else {}
        self._read: set[str] = set()
        if not isinstance(node, Keys):
            self.find(
                node, f"{name} is {kind(node)}", "keys are expected here", "write key: value on each line"
            )

    @property
    def line(self) -> int:
        """The line that the mapping begins on."""
        return self._node.line

    def line_of(self, key: str) -> int:
        """Return the line of a key's value, or the mapping's own where it has none."""
        return self._values.get(key, self._node).line

    def find(self, node: Node, what: str, why: str, mend: str) -> None:
        """Add a finding at this node."""
        self._findings.append(Finding(self._file, node.line, what, why, mend))

    def find_at(self, key: str, what: str, why: str, mend: str) -> None:
        """Add a finding at the value of a key."""
        self.find(self._values.get(key, self._node), what, why, mend)

    def node(self, key: str, *, optional: bool = False) -> Node | None:
        """Return the value of a key as it stands; a missing one is a finding unless it is optional."""
        self._read.add(key)
        value = self._values.get(key)
        if value is None and not optional and isinstance(self._node, Keys):
            self.find(self._node, f"{self._name} has no {key}", "it is needed for the answers", f"add {key}:")
        return value

    def text(self, key: str, *, at_most: int = 0, may_be_empty: bool = False) -> str:
        """Return a text without the white space around it."""
        node = self.node(key)
        return "" if node is None else self._text(node, key, at_most, may_be_empty)

    def texts(self, key: str, *, optional: bool = False, at_most: int = 0) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        return tuple(self._text(node, key, at_most, False) for node in self._items(key, optional))

    def entry(self, key: str, replaced: Mapping[str, Node] | None = None) -> Entry:
        """Return the mapping under a key, some of its values replaced; an empty one where there is none."""
        node = self.node(key)
        if node is None:
            return Entry(Keys({}, self.line), self._file, [], key)
        if replaced and isinstance(node, Keys):
            node = replace(node, values={**node.values, **replaced})
        return Entry(node, self._file, self._findings, key)

    def entries(self, key: str, read: Callable[[Entry], T], *, optional: bool = False) -> tuple[T, ...]:
        """Read every mapping of a list with ``read``; keys that it does not ask for are findings."""
        read_ones = []
        for number, node in enumerate(self._items(key, optional), 1):
            item = Entry(node, self._file, self._findings, f"{key} number {number}")
            read_ones.append(read(item))
            item.finish()
        return tuple(read_ones)

    def count(self, key: str) -> int:
        """Return a whole number of at least 0."""
        node = self.node(key)
        return 0 if node is None else int(self._matching(node, key, _DIGITS, "a whole number") or 0)

    def amount(self, key: str) -> int | None:
        """Return a whole number, or None where the file says null."""
        node = self.node(key)
        found = (
            None if node is None or is_null(node) else self._matching(node, key, _DIGITS, "a whole number")
        )
        return None if found is None else int(found)

    def number(self, key: str) -> float | None:
        """Return a number, or None where the file says null."""
        node = self.node(key)
        found = None if node is None or is_null(node) else self._matching(node, key, _NUMBER, "a number")
        return None if found is None else float(found)

    def day(self, key: str) -> date | None:
        """Return a date, or None where the file says null."""
        node = self.node(key)
        if node is None or is_null(node):
            return None
        try:
            return date.fromisoformat(node.text if isinstance(node, Scalar) else "")
        except ValueError:
            self.find(
                node, f"{key} is no date", "the day must exist", "write year-month-day, such as 2027-01-18"
            )
            return None

    def required_day(self, key: str) -> date:
        """Return a date; null is a finding and read as the first of days."""
        node, day = self._values.get(key), self.day(key)
        if node is not None and is_null(node):
            self.find(
                node, f"{key} is empty", "the answers show it", "write year-month-day, such as 2027-01-18"
            )
        return day or date.min

    def flag(self, key: str) -> bool:
        """Return true or false; a missing flag is false."""
        node = self.node(key, optional=True)
        if node is None or (isinstance(node, Scalar) and node.text in ("true", "false")):
            return node is not None and node.text == "true"
        what = f"{key} is {kind(node)}"
        self.find(node, what, "only true or false is expected", "write true, or delete it")
        return False

    def one_of(self, key: str, allowed: Collection[str], *, or_null: bool = False) -> Any:
        """Return one of the allowed words, or None where that may be; the caller's type names the words."""
        node = self.node(key)
        if node is None or (or_null and is_null(node)):
            return None
        if isinstance(node, Scalar) and node.text in allowed:
            return node.text
        words = ", ".join(allowed)
        self.find(node, f"{key} is not known", "answers know a few words only", f"write one of: {words}")
        return None

    def finish(self) -> None:
        """Report every key that nobody asked for."""
        for key, value in self._values.items():
            if key not in self._read:
                known = ", ".join(sorted(self._read))
                self.find(
                    value, f"the key {key[:60]} is not known", f"known are: {known}", "correct or delete it"
                )

    def _items(self, key: str, optional: bool) -> tuple[Node, ...]:
        node = self.node(key, optional=optional)
        if node is None or isinstance(node, Items):
            return node.nodes if node is not None else ()
        self.find(node, f"{key} is {kind(node)}", "a list is expected here", "begin each item with '- '")
        return ()

    def _text(self, node: Node, key: str, at_most: int, may_be_empty: bool) -> str:
        if not isinstance(node, Scalar) or node.kind not in ("str", "null"):
            self.find(node, f"{key} is {kind(node)}", "a text is expected here", "put it in double quotes")
            return ""
        text = "" if is_null(node) else node.text.strip()
        if not text and not may_be_empty:
            self.find(node, f"{key} is empty", "people read it", "write it, see docs/procedures.md")
        if at_most and len(text) > at_most:
            self.find(
                node, f"{key} has {len(text)} characters", f"at most {at_most} are easy to read", "shorten it"
            )
        return text

    def _matching(self, node: Node, key: str, shape: re.Pattern[str], expected: str) -> str | None:
        if isinstance(node, Scalar) and node.kind in ("int", "float") and shape.fullmatch(node.text):
            return node.text
        self.find(node, f"{key} is not {expected}", "it is counted with", "write digits only, such as 20")
        return None


def is_null(node: Node) -> bool:
    """Tell whether the value is left out: nothing, ~ or null."""
    return node.kind == "null"


def kind(node: Node) -> str:
    """Return in words what YAML takes the value for."""
    return _KINDS.get(node.kind, "a text")
