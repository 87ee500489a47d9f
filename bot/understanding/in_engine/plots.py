"""Plots of an evaluation, in the engine's environment, which has matplotlib.

``python -m bot.understanding.in_engine.plots DATA FOLDER``. DATA is a JSON list of ``{"file", "title", "kind", …}``:
``confusion`` with ``intents`` and ``counts`` [wanted, read], or ``confidence`` with ``right`` and ``wrong``, lists of
confidences. One PNG each.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

_INCH_AN_INTENT, _SMALLEST, _LARGEST = 0.28, 5.0, 30.0
_LABELS_UP_TO = 100
_STEPS = 20


def confusion(data: dict[str, Any]) -> Figure:
    """Draw shares of each row; only what is not zero carries its count."""
    counts = np.array(data["counts"], float)
    names = data["intents"]
    side = min(max(_SMALLEST, _INCH_AN_INTENT * len(names)), _LARGEST)
    figure = Figure((side + 2, side + 1), layout="constrained")
    axes = figure.add_subplot()
    axes.imshow(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), cmap="Blues", vmin=0, vmax=1)
    if len(names) <= _LABELS_UP_TO:
        axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
        axes.set_yticks(range(len(names)), names, fontsize=7)
        for row, column in zip(*np.nonzero(counts), strict=True):
            dark = row == column
            axes.text(
                column,
                row,
                int(counts[row, column]),
                ha="center",
                va="center",
                fontsize=6,
                color="white" if dark else "black",
            )
    axes.set(title=data["title"], xlabel="read as", ylabel="labelled")
    return figure


def confidence(data: dict[str, Any]) -> Figure:
    """Draw how sure the pipeline was where it was right and where it was wrong."""
    figure = Figure((7, 4), layout="constrained")
    axes = figure.add_subplot()
    edges = np.linspace(0, 1, _STEPS + 1)
    axes.hist(
        [data["right"], data["wrong"]],
        bins=edges,
        stacked=True,
        color=["#3a7d44", "#b23a48"],
        label=["right", "wrong"],
    )
    axes.set(title=data["title"], xlabel="confidence of the likeliest intent", ylabel="texts", xlim=(0, 1))
    axes.legend()
    return figure


_KINDS = {"confusion": confusion, "confidence": confidence}


def main() -> None:
    """Draw everything."""
    data, folder = map(Path, sys.argv[1:])
    for one in json.loads(data.read_text("utf-8")):
        _KINDS[one["kind"]](one).savefig(folder / one["file"], dpi=110)


if __name__ == "__main__":
    main()
