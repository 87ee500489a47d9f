"""Add the optional encoder of the search: its packages to .venv, and a model converted from one of them.

Run with the Python 3.11 that .venv has or shall have. What is there as pinned is left alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import install
import torch_build
from environment import Environment, Layer

AGAIN = "make encoder"


def main() -> int:
    """Install and convert what is missing; return 0 when the encoder is ready."""
    parser = argparse.ArgumentParser(description="Add the encoder of the search.")
    parser.add_argument("--with-cuda", action="store_true", help="take torch with NVIDIA's libraries, too")
    with_cuda = parser.parse_args().with_cuda
    if status := add_packages(install.ROOT, with_cuda=with_cuda):
        return status
    python = install.ROOT / ".venv" / "bin" / "python"
    converter = Path(__file__).with_name("convert_encoder.py")
    return subprocess.run([python, converter], check=False).returncode


def add_packages(root: Path, *, with_cuda: bool) -> int:
    """Bring the app's environment up to date and add the encoder's packages; return 0 when they are there."""
    pins = root / "requirements"
    app, encoder = Layer("app", pins / "app.txt"), Layer("encoder", pins / "encoder.txt")
    folder = root / ".venv"
    whole = Environment(folder, [app, encoder], project=root)
    if whole.is_current():
        return 0
    if missing := install.what_is_missing():
        print(missing, file=sys.stderr)
        return 2
    with install.alone():
        if status := bring(Environment(folder, [app], project=root)):
            return status
        if not with_cuda and (status := refuse_large_torch(folder / "bin" / "python", encoder.file)):
            return status
        return bring(whole)


def bring(environment: Environment) -> int:
    """Install what an environment misses; return 0 when it has all."""
    if environment.is_current():
        return 0
    install.install([environment])
    if environment.failed:
        install.complain(environment, AGAIN)
    return int(environment.failed)


def refuse_large_torch(python: Path, requirements: Path) -> int:
    """Say so when torch would come with NVIDIA's libraries; return 0 when it would not."""
    try:
        packages = torch_build.packages_for_gpu(python, requirements)
    except torch_build.PipFailed as error:
        print(
            f"pip cannot tell which torch it would fetch:\n{error}\nMend that, then: {AGAIN}", file=sys.stderr
        )
        return 1
    if packages:
        print(torch_build.refusal(packages), file=sys.stderr)
    return 2 if packages else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print(f"\nInterrupted; {AGAIN} goes on from there.", file=sys.stderr)
        sys.exit(130)
