"""A pipeline of Rasa's, trained on examples at hand and asked many texts at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import rasa.model_training
import yaml
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

_FALLBACK = "nlu_fallback"
_MODEL = "model.tar.gz"


class NotTrained(RuntimeError):
    """Rasa ended without a model."""


class Pipeline:
    """The NLU half of a trained model; ``size_mb`` is that of its archive."""

    def __init__(self, model: Path, unpacked: Path) -> None:
        self.size_mb = model.stat().st_size / 1e6
        metadata, self._runner = load_predict_graph_runner(
            unpacked, model, LocalModelStorage, DaskGraphRunner
        )
        self._target = metadata.nlu_target

    @classmethod
    def trained(
        cls, config: Mapping[str, Any], examples: Sequence[Mapping[str, Any]], folder: Path
    ) -> Pipeline:
        """Train in an empty folder, which must outlive the pipeline."""
        made_by, data, unpacked = folder / "config.yml", folder / "examples.json", folder / "unpacked"
        made_by.write_text(yaml.safe_dump(dict(config), allow_unicode=True), "utf-8")
        data.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}), "utf-8")
        unpacked.mkdir()
        model = rasa.model_training.train_nlu(
            str(made_by), str(data), str(folder / "models"), fixed_model_name=_MODEL
        )
        if not model:
            raise NotTrained("training ended without a model")
        return cls(Path(model), unpacked)

    def parse(self, texts: Sequence[str]) -> list[dict[str, Any]]:
        """Return for each text ``intent``, ``best`` before any fallback, its ``confidence``, and ``entities``."""
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text) for text in texts], PLACEHOLDER_TRACKER: None}
        messages = self._runner.run(inputs=inputs, targets=[self._target])[self._target]
        return [_told(message) for message in messages]


def _told(message: Message) -> dict[str, Any]:
    ranking = [one for one in message.get(INTENT_RANKING_KEY) or [] if one["name"] != _FALLBACK]
    best = ranking[0] if ranking else {"name": None, "confidence": 0.0}
    return {
        "intent": (message.get(INTENT) or {}).get("name"),
        "best": best["name"],
        "confidence": float(best["confidence"]),
        "entities": [_entity(one) for one in message.get(ENTITIES) or []],
    }


def _entity(read: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "entity": read["entity"],
        "value": str(read.get("value")),
        "start": read.get("start"),
        "end": read.get("end"),
    }
