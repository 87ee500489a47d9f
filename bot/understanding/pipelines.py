"""The pipelines that are measured: the one shipped, and others that it is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from office.settings import ROOT

SHIPPED: Final = "shipped"
_CONFIG = ROOT / "config.yml"
_PEERS = Path(__file__).with_name("peers")


@dataclass(frozen=True)
class PipelineChoice:
    """A whole configuration of Rasa's, under the name that tables give it."""

    name: str
    config: Mapping[str, Any]
    tensorflow: bool = False


def shipped() -> PipelineChoice:
    """Return the pipeline of config.yml, as it is."""
    config: dict[str, Any] = yaml.safe_load(_CONFIG.read_text("utf-8"))
    return PipelineChoice(SHIPPED, {**config, "policies": []})


def peers() -> list[PipelineChoice]:
    """Return the others, in the order of their files' names."""
    return [_peer(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(_PEERS.glob("*.yml"))]


def _peer(read: Mapping[str, Any]) -> PipelineChoice:
    about = {"recipe": "default.v1", "assistant_id": "motcua_peer", "language": "vi", "policies": []}
    return PipelineChoice(read["title"], {**about, "pipeline": read["pipeline"]}, read["tensorflow"])
