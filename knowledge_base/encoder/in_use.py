"""The encoder that this installation has, loaded once a process."""

from __future__ import annotations

import hashlib
import logging
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from knowledge_base.encoder.choice import NONE, load_encoder
from knowledge_base.encoder.encoder import Encoder, EncoderError
from knowledge_base.encoder.layout import GRAPH, ORIGIN

_FOR_GRAPH = ("numpy", "onnxruntime", "tokenizers")
_FOR_ANY_OTHER = ("sentence_transformers",)
log = logging.getLogger(__name__)


def encoder_mark(choice: str, converted: Path) -> str:
    """Return what tells the encoder in use from another without loading it; "" where there is none.

    ``choice`` and ``converted`` are as ``load_encoder`` takes them; one whose packages are missing is none.
    """
    if choice == NONE:
        return ""
    folder = Path(choice) if choice else converted
    if (folder / GRAPH).is_file() and (folder / ORIGIN).is_file():
        return hashlib.sha256((folder / ORIGIN).read_bytes()).hexdigest() if _are_there(_FOR_GRAPH) else ""
    return choice if choice and _are_there(_FOR_ANY_OTHER) else ""


def encoder_in_use(choice: str, converted: Path) -> Encoder | None:
    """Return the encoder, loaded once; None, and said once why, where the search goes by words alone."""
    mark = encoder_mark(choice, converted)
    return _loaded(choice, converted, mark) if mark else None


@lru_cache(maxsize=1)
def _loaded(choice: str, converted: Path, mark: str) -> Encoder | None:
    try:
        return load_encoder(choice, converted)
    except EncoderError as error:
        log.warning("the search goes by words alone: %s", error)
        return None


def _are_there(packages: tuple[str, ...]) -> bool:
    return all(find_spec(package) for package in packages)
