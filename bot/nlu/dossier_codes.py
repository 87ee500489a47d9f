"""Dossier codes in what is typed: read as entities, and deciding when the intent is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities.dossiers import read_dossier_codes
from bot.nlu.entities.found import Found
from bot.nlu.entity_reader import EntityReader


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DossierCodeExtractor(EntityReader):
    """Reads every dossier code of a text; such a text asks for a dossier unless something else is certain."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent": "check_dossier_status", "unless": [], "certain": 0.8}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._intent = config["intent"]
        self._unless = frozenset(config["unless"])
        self._certain = config["certain"]

    def read(self, text: str) -> Sequence[Found]:
        return read_dossier_codes(text)

    def found_in(self, message: Message) -> None:
        """Let the codes decide the intent."""
        intent = message.get(INTENT) or {}
        if intent.get("name") in self._unless and intent["confidence"] >= self._certain:
            return
        decided = {"name": self._intent, "confidence": 1.0}
        others = [r for r in message.get(INTENT_RANKING_KEY, []) if r["name"] != self._intent]
        message.set(INTENT, decided, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [decided, *others], add_to_output=True)
