"""Noises of a Python file given by path; nothing of it is in this repository."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from knowledge_base.evaluation.reading.restored import Noise

NOISES_FILE: Final = "noise_vi.py"


def outside_noises(path: Path) -> Mapping[str, Noise]:
    """Return what the file's ``apply(text, kind)`` does for each of its ``KINDS``; runs the file.

    Raises FileNotFoundError where there is none.
    """
    if not path.is_file():
        raise FileNotFoundError(f"there is no {path}")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if not spec or not spec.loader:
        raise FileNotFoundError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {kind: partial(module.apply, kind=kind) for kind in module.KINDS}
