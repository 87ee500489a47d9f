"""Dossier codes in what is typed: read as entities, and deciding when the intent is in doubt."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities.dossiers import read_dossier_codes
from bot.nlu.entities.found import Found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DossierCodeExtractor(GraphComponent, EntityExtractorMixin):
    """Reads every dossier code of a text; such a text asks for a dossier unless something else is certain."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent": "check_dossier_status", "unless": [], "certain": 0.8}

    def __init__(self, config: dict[str, Any]) -> None:
        self._intent = config["intent"]
        self._unless = frozenset(config["unless"])
        self._certain = config["certain"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DossierCodeExtractor:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the codes in the order typed; let them decide the intent."""
        for message in messages:
            codes = read_dossier_codes(message.get(TEXT) or "")
            if codes:
                self._add(message, codes)
                self._decide(message)
        return messages

    def _add(self, message: Message, codes: list[Found]) -> None:
        read = [code.data(self.name) for code in codes]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *read], add_to_output=True)

    def _decide(self, message: Message) -> None:
        intent = message.get(INTENT) or {}
        if intent.get("name") in self._unless and intent["confidence"] >= self._certain:
            return
        decided = {"name": self._intent, "confidence": 1.0}
        others = [r for r in message.get(INTENT_RANKING_KEY, []) if r["name"] != self._intent]
        message.set(INTENT, decided, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [decided, *others], add_to_output=True)
