"""How fast this machine is just now, so that figures from different machines can be told apart."""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

_HASHED = b"x" * 2**20
_WRITES = 20


def calibration() -> dict[str, Any]:
    """Return the machine and what it does in a second; nothing here is a target."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "load_1_min": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "python_loop_ms": round(_python_loop() * 1000, 1),
        "sha256_mib_s": round(_sha256_mib_a_second(), 1),
        "fsync_ms": round(_fsync() * 1000, 2),
        "process_start_ms": round(_process_start() * 1000, 1),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


def _python_loop() -> float:
    """Seconds for a million rounds of plain Python."""
    began, total = time.perf_counter(), 0
    for number in range(1_000_000):
        total += number
    return time.perf_counter() - began


def _sha256_mib_a_second() -> float:
    began, rounds = time.perf_counter(), 0
    while time.perf_counter() - began < 0.3:
        hashlib.sha256(_HASHED).digest()
        rounds += 1
    return rounds / (time.perf_counter() - began)


def _fsync() -> float:
    with tempfile.TemporaryFile() as file:
        began = time.perf_counter()
        for _ in range(_WRITES):
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
    return (time.perf_counter() - began) / _WRITES


def _process_start() -> float:
    began = time.perf_counter()
    for _ in range(_WRITES):
        subprocess.run(["/bin/true"], check=True)
    return (time.perf_counter() - began) / _WRITES
