"""The page of proofs: one HTML file without scripts."""

from __future__ import annotations

from html import escape
from typing import Any

from tests.prove.figures import Figure, Proof

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: .5rem 0 2rem; } td, th { padding: .2rem .8rem; text-align: left; }
td.number { text-align: right; font-variant-numeric: tabular-nums; } tr { border-bottom: 1px solid #ddd; }
.missed { color: #a00; font-weight: bold; } .held { color: #060; } footer, .machine { color: #555; }
"""


def page(title: str, machine: dict[str, Any], proofs: list[Proof]) -> str:
    """Return the page; the machine's calibration stands before the figures."""
    facts = " · ".join(f"{escape(name)}: {escape(str(value))}" for name, value in machine.items())
    body = "".join(_section(proof) for proof in proofs)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<style>{_STYLE}</style><h1>{escape(title)}</h1><p class="machine">{facts}</p>{body}</html>\n'
    )


def _section(proof: Proof) -> str:
    state, word = ("held", "holds") if proof.holds else ("missed", "does not hold")
    rows = "".join(_row(figure) for figure in proof.figures)
    error = f'<p class="missed">{escape(proof.error)}</p>' if proof.error else ""
    return (
        f'<h2>{escape(proof.name)}: <span class="{state}">{word}</span></h2><p>{escape(proof.claim)}</p>{error}'
        f"<table><tr><th>figure<th>value<th>unit<th>wanted</tr>{rows}</table>"
        f"<footer>{proof.seconds:.0f} s</footer>"
    )


def _row(figure: Figure) -> str:
    state = "" if not figure.wanted else "held" if figure.holds else "missed"
    return (
        f'<tr><td>{escape(figure.name)}<td class="number {state}">{figure.value:g}'
        f"<td>{escape(figure.unit)}<td>{escape(figure.wanted)}</tr>"
    )
