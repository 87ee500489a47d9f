"""What a question finds in the knowledge base."""

from __future__ import annotations

from dataclasses import asdict

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from knowledge_base.knowledge import KNOWLEDGE_FOLDER
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.snapshot import KnowledgeHasMistakes, build_snapshot, load_snapshot
from office.settings import settings


def search(text: str, as_json: bool) -> None:
    """Print the verdict and the candidates, best first, from the procedure files as they are now."""
    path = settings().snapshot_path
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        build_snapshot(KNOWLEDGE_FOLDER, path)
    except KnowledgeHasMistakes as error:
        fail(f"The knowledge base has mistakes.\n{error}", ExitCode.FINDINGS)
    snapshot = load_snapshot(path)
    found = ProcedureSearch(snapshot).find(text)
    lines = [
        f"{c.code}  {c.score:.2f}  {snapshot.procedures[c.code].short_name}  "
        + " ".join(f"{name}={value:.2f}" for name, value in c.parts.items())
        for c in found.candidates
    ]
    result = {"verdict": found.verdict, "candidates": [asdict(candidate) for candidate in found.candidates]}
    give(result, as_json=as_json, plain="\n".join([found.verdict, *lines]))
