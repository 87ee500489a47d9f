"""YAML that people read: wrapped, in its given order, quoted only where it must be."""

from __future__ import annotations

from typing import Any

import yaml

_WIDTH = 104
_LONG = 96


class _Quoted(str):
    """A text that is always quoted, such as a code that would read as a number."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    folded = "\n" in text or len(text) > _LONG
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">" if folded else None)


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Quoted, _quoted)


def quoted(text: str) -> str:
    """Return the text so that it is written in double quotes."""
    return _Quoted(text)


def to_yaml(data: Any) -> str:
    """Return the data as YAML text; lists of plain short values stay lists in a column."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
