"""Rasa's extractors for who applies, places, dates and sums; each reads by tables, and nothing is trained."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities.applicants import read_applicants
from bot.nlu.entities.dates import read_dates
from bot.nlu.entities.found import Found
from bot.nlu.entities.places import read_places
from bot.nlu.entities.sums import read_sums
from knowledge_base.gazetteer.opening import open_gazetteer

_ROOT = Path(__file__).resolve().parents[2]
_VIET_NAM = timezone(timedelta(hours=7))
_EXTRACTOR = DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR


def today_in_viet_nam() -> date:
    """Return the date that citizens live in."""
    return datetime.now(_VIET_NAM).date()


class TableExtractor(GraphComponent, EntityExtractorMixin, ABC):
    """Adds what is read of a text to its entities."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TableExtractor:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities in the order typed."""
        for message in messages:
            read = [found.data(self.name) for found in self.read(message.get(TEXT) or "")]
            if read:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *read], add_to_output=True)
        return messages

    @abstractmethod
    def read(self, text: str) -> Sequence[Found]:
        """Return what is in a text."""


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class ApplicantExtractor(TableExtractor):
    """Kinds of applicants, and who files: bot/nlu/entities/data/applicants.yml."""

    def read(self, text: str) -> Sequence[Found]:
        return read_applicants(text)


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class PlaceExtractor(TableExtractor):
    """Places; ``communes`` is the table of the set-up under the project's root, without which fewer are known."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"communes": ".venv/share/motcua/communes.tsv", "home": ""}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._gazetteer = open_gazetteer(_ROOT / config["communes"], config["home"])

    def read(self, text: str) -> Sequence[Found]:
        return read_places(text, self._gazetteer)


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class DateExtractor(TableExtractor):
    """Dates, told from today in Viet Nam."""

    def __init__(self, config: dict[str, Any], today: Callable[[], date] = today_in_viet_nam) -> None:
        super().__init__(config)
        self._today = today

    def read(self, text: str) -> Sequence[Found]:
        return read_dates(text, self._today())


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class SumExtractor(TableExtractor):
    """Sums of money in đồng."""

    def read(self, text: str) -> Sequence[Found]:
        return read_sums(text)
