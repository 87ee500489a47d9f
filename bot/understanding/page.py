"""The page of an evaluation: one HTML file without scripts, its plots inside."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from bot.understanding.tables import Table, tables

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: .5rem 0 2rem; } td, th { padding: .2rem .8rem; text-align: left; }
tr { border-bottom: 1px solid #ddd; } td + td { font-variant-numeric: tabular-nums; }
img { max-width: 100%; } .about { color: #555; }
"""


def page(told: Mapping[str, Any], plots: Sequence[tuple[str, Path]]) -> str:
    """Return the page of a report's data and its plots, each with its title and file."""
    drawn = "".join(_plot(title, path) for title, path in plots)
    wrong = "".join(
        _table(_mistakes(f"Read wrongly: {pipeline}, {asked}", one["mistakes"]))
        for pipeline, by_asked in told["measured"].items()
        for asked, one in by_asked.items()
        if one["mistakes"]
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Understanding</title>'
        f"<style>{_STYLE}</style><h1>Understanding</h1><p class=about>{escape(about(told))}</p>"
        f"{''.join(map(_table, tables(told)))}{drawn}{wrong}</html>\n"
    )


def about(told: Mapping[str, Any]) -> str:
    """Return in a sentence or two what was trained and tested, and what could not be."""
    both = f"; {told['in_both']} of these were trained on" if told["in_both"] else ""
    return (
        f"Trained on {told['train']} ({told['examples']}), tested on {told['test']} ({told['tested']}{both})."
    )


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(cell)}" for cell in table.head)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in table.rows)
    return f"<h2>{escape(table.title)}</h2><table><tr>{head}{rows}</table>"


def _plot(title: str, path: Path) -> str:
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return f'<h2>{escape(title)}</h2><img alt="{escape(path.stem)}" src="data:image/png;base64,{data}">'


def _mistakes(title: str, mistakes: Sequence[Mapping[str, Any]]) -> Table:
    rows = [
        (one["text"], one["intent"], one["read"] or "none", f"{one['confidence']:.2f}") for one in mistakes
    ]
    return Table(title, ("text", "labelled", "read as", "confidence"), rows)
