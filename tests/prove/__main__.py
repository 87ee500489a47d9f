"""The heavy proofs: ``make prove``, or of one issue ``make prove ISSUE=name``.

A proof is a module of tests/prove/proofs with CLAIM, ISSUES (the names it is run for, beside its own) and
``prove(proof)``, which adds figures. Writes build/prove/<what>.json and .html; ends with 1 if one does not hold.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import time
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from tests.prove import proofs as folder
from tests.prove.calibration import calibration
from tests.prove.figures import Proof
from tests.prove.page import page

OUT = Path(__file__).resolve().parents[2] / "build" / "prove"


def modules(issue: str) -> list[ModuleType]:
    """Return the proofs of an issue, or all."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    found = [importlib.import_module(f"{folder.__name__}.{name}") for name in names]
    return [module for module in found if issue in ("", short_name(module), *module.ISSUES)]


def short_name(module: ModuleType) -> str:
    """Return the module's own name."""
    return module.__name__.rpartition(".")[2]


def run(module: ModuleType) -> Proof:
    """Run one proof; what goes wrong is kept and the next one runs."""
    proof = Proof(short_name(module), module.CLAIM)
    print(f"{proof.name}: {proof.claim}", flush=True)
    began = time.monotonic()
    try:
        module.prove(proof)
    except Exception as error:
        proof.error = f"{type(error).__name__}: {error}"
    proof.seconds = round(time.monotonic() - began, 1)
    for figure in proof.figures:
        missed = "" if figure.holds else "   MISSED"
        print(f"  {figure.name}: {figure.value:g} {figure.unit}  {figure.wanted}{missed}", flush=True)
    if proof.error:
        print(f"  {proof.error}", flush=True)
    return proof


def main(issue: str) -> int:
    """Run the proofs and write what they show."""
    chosen = modules(issue)
    if not chosen:
        print(f"There is no proof of {issue!r}.", file=sys.stderr)
        return 2
    machine = calibration()
    done = [run(module) for module in chosen]
    OUT.mkdir(parents=True, exist_ok=True)
    name = issue or "all"
    shown = {"machine": machine, "proofs": [{**asdict(proof), "holds": proof.holds} for proof in done]}
    (OUT / f"{name}.json").write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (OUT / f"{name}.html").write_text(page(f"Proofs: {name}", machine, done), "utf-8")
    print(f"{OUT / name}.html")
    return 0 if all(proof.holds for proof in done) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
