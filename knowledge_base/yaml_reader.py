"""Read YAML as nodes with their lines: data only, each key once, nothing hidden and nothing without bounds.

Composed from the parser's events: the library's own composer follows aliases and overflows on deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar

_BYTES_AT_MOST = 1024 * 1024
_DEPTH_AT_MOST = 12
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = yaml.resolver.Resolver()
_STANDARD = "tag:yaml.org,2002:"


class UnreadableFile(Exception):
    """The file holds no data that we read; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def root_node(path: Path, file: str) -> Node:
    """Return the one document of the file, or raise UnreadableFile; ``file`` is its name in findings."""
    return text_node(_text(path, file), file)


def text_node(text: str, file: str) -> Node:
    """Return the one document of a text, or raise UnreadableFile; ``file`` is its name in findings."""
    try:
        node = _Composer(file, yaml.parse(text, Loader=_PARSER)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise _unreadable(
            file, line, f"this is no YAML: {error.problem or error.context}", "mend it here or just above"
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise _unreadable(
            file, 1, f"this is no YAML: {_first_line(error)}", "save it as plain text"
        ) from error
    return node


def _text(path: Path, file: str) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_BYTES_AT_MOST + 1)
        if len(raw) > _BYTES_AT_MOST:
            raise _unreadable(
                file, 1, f"the file is larger than {_BYTES_AT_MOST} bytes", "split or shorten it"
            )
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(
            file, 1, f"the file cannot be opened: {error.strerror}", "mend its rights"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _unreadable(file, line, "this is no UTF-8", "save the file with the encoding UTF-8") from error


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]


def _unreadable(file: str, line: int, what: str, mend: str) -> UnreadableFile:
    return UnreadableFile(Finding(file, line, what, "the file cannot be read", mend))


class _Composer:
    """Builds nodes from events; refuses what data files have no use for."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self._file = file
        self._events = events
        self._depth = 0

    def document(self) -> Node:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _unreadable(self._file, 1, "the file is empty", "write it, or delete it")
        node = self._node(next(self._events))
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refusal(after, "a second document begins", "keep one document a file: delete the ---")
        return node

    def _node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refusal(
                event, "an anchor (&) or alias (*)", "write the text out, or put it in quotes"
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise self._refusal(event, f"the tag {tag[:60]}", "delete the tag, or put the text in quotes")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return self._collection(event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        return Scalar(tag.removeprefix(_STANDARD), event.value, _line(event))

    def _collection(self, event: yaml.Event) -> Node:
        self._depth += 1
        if self._depth > _DEPTH_AT_MOST:
            raise self._refusal(event, f"more than {_DEPTH_AT_MOST} levels of nesting", "nest less")
        node = self._mapping(event) if isinstance(event, yaml.MappingStartEvent) else self._sequence(event)
        self._depth -= 1
        return node

    def _sequence(self, start: yaml.Event) -> Items:
        nodes = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            nodes.append(self._node(event))
        return Items(tuple(nodes), _line(start))

    def _mapping(self, start: yaml.Event) -> Keys:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in values:
                raise self._refusal(
                    event, f"{key} is written twice, first on line {lines[key]}", "delete one of them"
                )
            lines[key] = _line(event)
            values[key] = self._node(next(self._events))
        return Keys(values, _line(start))

    def _key(self, event: yaml.Event) -> str:
        node = self._node(event)
        if not isinstance(node, Scalar):
            raise self._refusal(event, "a key that is no word", "write key: value")
        return node.text

    def _refusal(self, event: yaml.Event, what: str, mend: str) -> UnreadableFile:
        why = "a file of facts holds plain data only, each thing once"
        return UnreadableFile(Finding(self._file, _line(event), what, why, mend))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
