"""Which build of torch pip would fetch: the one for processors alone, or the one that brings NVIDIA's libraries."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

FOR_GPU = ("nvidia-", "cuda-", "triton")
REFUSAL = """\
pip would fetch the build of torch for NVIDIA's GPUs: {count} more packages ({names}, ...), several GB. The encoder
needs none of it. Name the index of CPU builds that PyTorch's installation page gives, then again:
    PIP_EXTRA_INDEX_URL=<that address> make encoder
Or take the large build all the same: make encoder CUDA=yes"""


class PipFailed(Exception):
    """pip could not say; its words are the message."""


def packages_for_gpu(python: Path, requirements: Path) -> list[str]:
    """Return the names of NVIDIA's packages that the pinned torch would bring; nothing is installed."""
    pinned = [line for line in requirements.read_text("utf-8").splitlines() if line.startswith("torch==")]
    if not pinned:
        return []
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check"]
    asked = subprocess.run(
        [*pip, "--dry-run", "--ignore-installed", "--quiet", "--report", "-", *pinned],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        raise PipFailed(asked.stderr.strip())
    return for_gpu(json.loads(asked.stdout))


def for_gpu(report: dict[str, Any]) -> list[str]:
    """Return the names of NVIDIA's packages in a report of pip."""
    names = (item["metadata"]["name"].lower().replace("_", "-") for item in report["install"])
    return sorted(name for name in names if name.startswith(FOR_GPU))


def refusal(packages: list[str]) -> str:
    """Return why nothing is installed, and the ways on."""
    return REFUSAL.format(count=len(packages), names=", ".join(packages[:2]))
