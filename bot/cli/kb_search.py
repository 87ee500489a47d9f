"""What a question finds in the knowledge base."""

from __future__ import annotations

from dataclasses import asdict

from bot.cli.speech import give
from bot.supervisor.making import make_snapshot
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.snapshot import load_snapshot
from office.settings import settings


def search(text: str, as_json: bool) -> None:
    """Print the verdict and the candidates, best first."""
    make_snapshot(settings())
    snapshot = load_snapshot(settings().state_dir / "snapshot.json")
    found = ProcedureSearch(snapshot).find(text)
    lines = [
        f"{c.code}  {c.score:.2f}  {snapshot.procedures[c.code].short_name}  "
        + " ".join(f"{name}={value:.2f}" for name, value in c.parts.items())
        for c in found.candidates
    ]
    result = {"verdict": found.verdict, "candidates": [asdict(candidate) for candidate in found.candidates]}
    give(result, as_json=as_json, plain="\n".join([found.verdict, *lines]))
