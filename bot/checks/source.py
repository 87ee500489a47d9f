"""Python sources as data: what they name, read without importing them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from office.settings import ROOT


@dataclass(frozen=True)
class Source:
    """A file of ours, by its name in findings."""

    file: str
    tree: ast.Module


@dataclass(frozen=True)
class Call:
    """A call whose first argument is a text: the name called, the text, the names of its other arguments."""

    function: str
    text: str
    keywords: frozenset[str]
    file: str
    line: int

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


@lru_cache(maxsize=8)
def read_sources(*folders: str) -> tuple[Source, ...]:
    """Parse every module under folders of the project."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(Source(str(path.relative_to(ROOT)), ast.parse(path.read_bytes())) for path in paths)


def calls(source: Source) -> Iterator[Call]:
    """Yield the calls of a module; one with a choice of texts, or with a name for them, is yielded for each text."""
    for node, named in _calls_with_names(source.tree, {}):
        if node.args:
            keywords = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            for text in _texts(node.args[0], named):
                yield Call(ast.unparse(node.func), text, keywords, source.file, node.lineno)


def texts(source: Source) -> Iterator[tuple[str, int]]:
    """Yield every text constant of a module with its line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


def beginnings(source: Source) -> Iterator[tuple[str, int]]:
    """Yield what texts begin with that are filled in, such as f"status_{number}", with their lines."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
            yield str(first.value), node.lineno


def dictionary_keys(source: Source) -> frozenset[str]:
    """Return the text keys of all dictionaries that are written out in a module."""
    keys = (key for node in ast.walk(source.tree) if isinstance(node, ast.Dict) for key in node.keys)
    return frozenset(
        key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
    )


def dictionary_texts(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the text values of all dictionaries that are written out in a module, with their lines."""
    for node in ast.walk(source.tree):
        for value in node.values if isinstance(node, ast.Dict) else ():
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value, value.lineno


def keywords_by_member(source: Source, enumeration: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each member that is the first argument of a call, ``f(Fault.X, limit=…)``, with the names beside it."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and node.args:
            of, _, member = ast.unparse(node.args[0]).rpartition(".")
            if of == enumeration:
                yield member, frozenset(keyword.arg for keyword in node.keywords if keyword.arg)


def texts_handed_to(source: Source, *functions: str) -> Iterator[tuple[str, int]]:
    """Yield the texts anywhere in the arguments of calls of these functions, with their lines."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in functions:
            for inner in (inner for argument in node.args for inner in ast.walk(argument)):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value, inner.lineno


def texts_returned(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the texts that functions of a module return as they are, with their lines."""
    values = (node.value for node in ast.walk(source.tree) if isinstance(node, ast.Return))
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
            yield value.value, value.lineno


def _calls_with_names(
    node: ast.AST, named: Mapping[str, ast.expr]
) -> Iterator[tuple[ast.Call, Mapping[str, ast.expr]]]:
    """Yield calls with what names stand for in the function around them."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        assigned = (inner for inner in ast.walk(node) if isinstance(inner, ast.Assign))
        named = {ast.unparse(assign.targets[0]): assign.value for assign in assigned}
    if isinstance(node, ast.Call):
        yield node, named
    for child in ast.iter_child_nodes(node):
        yield from _calls_with_names(child, named)


def _texts(node: ast.expr, named: Mapping[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body, named)
        yield from _texts(node.orelse, named)
    elif isinstance(node, ast.Name) and node.id in named:
        yield from _texts(named[node.id], {})
