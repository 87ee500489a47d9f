"""What a snapshot costs: building, loading, memory, and how that grows with the catalogue."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from knowledge_base.knowledge import read_knowledge
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.publish import publish
from tests.knowledge_base.publishing.made_up import given
from tests.prove.figures import Proof
from tests.world.engine import ROOT

ISSUES = ("knowledge",)
CLAIM = "A snapshot of the whole catalogue, 6,000 procedures, loads in 3 s at most; ten times as many are no problem."
SIZES = (6_000, 60_000)
LOAD = """
import json, sys, time
from pathlib import Path
from knowledge_base.publishing.reading import read_current

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

before, began, cpu = resident(), time.monotonic(), time.process_time()
snapshot = read_current(Path(sys.argv[1]))
seconds, cpu, loaded = time.monotonic() - began, time.process_time() - cpu, resident()
codes = list(snapshot.procedures)[:1024]
began = time.process_time()
procedures = [snapshot.procedures[code] for code in codes]
each = (time.process_time() - began) / len(codes) * 1000
print(json.dumps([seconds, cpu, loaded - before, resident() - loaded, each]))
"""


def prove(proof: Proof) -> None:
    """Publish copies of the curated procedures under other codes, and load them in a process of their own."""
    curated = list(read_knowledge().procedures.values())
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="motcua-prove-") as folder:
            _measure(proof, size, list(_copies(curated, size)), Path(folder))


def _measure(proof: Proof, size: int, procedures: list[Procedure], root: Path) -> None:
    began, cpu = time.monotonic(), time.process_time()
    version = publish(root, given(*procedures), keep=2).version
    proof.add(f"{size:,}: building, checking, swapping", time.monotonic() - began, "s")
    proof.add(f"{size:,}: the same, time of one core", time.process_time() - cpu, "s")
    disk = sum(path.stat().st_size for path in (root / version).rglob("*"))
    proof.add(f"{size:,}: on the disk", disk / 1e6, "MB")
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD, str(root)], cwd=ROOT, check=True, capture_output=True
    ).stdout
    seconds, cpu, memory, ready, each = json.loads(loaded)
    proof.add(f"{size:,}: loading", seconds, "s", at_most=3.0 if size == SIZES[0] else None)
    proof.add(f"{size:,}: the same, time of one core", cpu, "s")
    proof.add(f"{size:,}: memory when loaded", memory, "MB")
    proof.add(f"{size:,}: memory of 1,024 procedures kept ready", ready, "MB")
    proof.add(f"{size:,}: first look at a procedure", each, "ms")


def _copies(curated: list[Procedure], size: int) -> Iterator[Procedure]:
    for number, procedure in enumerate(islice(cycle(curated), size)):
        yield replace(procedure, code=f"9.{number:06}")
