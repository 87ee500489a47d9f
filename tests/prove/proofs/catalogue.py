"""What reading the stored national catalogue costs."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from knowledge_base.catalogue.renewal import renewed
from knowledge_base.catalogue.store import Import, read_catalogue, write_catalogue
from knowledge_base.catalogue.stored import Catalogue
from tests.knowledge_base.importing.official import ARCHIVE, TODAY, gathered
from tests.prove.figures import Proof

ISSUES = ("knowledge",)
CLAIM = "The stored catalogue is read in 2 s of one core at most."
TIMES = 5


def prove(proof: Proof) -> None:
    """Import the official export, store it, and read it a few times."""
    if not ARCHIVE.exists():
        print(f"  left out: the official catalogue is not at {ARCHIVE}")
        return
    stored = renewed(Catalogue.empty(), gathered().as_records(), TODAY).records
    with tempfile.TemporaryDirectory(prefix="motcua-prove-") as folder:
        write_catalogue(Path(folder), stored, Import(TODAY))
        took = sorted(_reading(Path(folder)) for _ in range(TIMES))
    proof.add(f"{len(stored):,} records, median of {TIMES}", took[TIMES // 2], "s", at_most=2)
    proof.add("the same, longest", took[-1], "s")


def _reading(folder: Path) -> float:
    began = time.process_time()
    read_catalogue(folder)
    return time.process_time() - began
