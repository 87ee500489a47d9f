"""Rasa's extractors for who applies, places, dates and sums; each reads by tables, and nothing is trained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.entities.applicants import read_applicants
from bot.nlu.entities.dates import read_dates
from bot.nlu.entities.found import Found
from bot.nlu.entities.places import read_places
from bot.nlu.entities.sums import read_sums
from bot.nlu.entity_reader import EntityReader
from knowledge_base.gazetteer.opening import open_gazetteer

_ROOT = Path(__file__).resolve().parents[2]
_VIET_NAM = timezone(timedelta(hours=7))
_EXTRACTOR = DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR


def today_in_viet_nam() -> date:
    """Return the date that citizens live in."""
    return datetime.now(_VIET_NAM).date()


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class ApplicantExtractor(EntityReader):
    """Kinds of applicants, and who files: bot/nlu/entities/data/applicants.yml."""

    def read(self, text: str) -> Sequence[Found]:
        return read_applicants(text)


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class PlaceExtractor(EntityReader):
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
class DateExtractor(EntityReader):
    """Dates, told from today in Viet Nam."""

    def __init__(self, config: dict[str, Any], today: Callable[[], date] = today_in_viet_nam) -> None:
        super().__init__(config)
        self._today = today

    def read(self, text: str) -> Sequence[Found]:
        return read_dates(text, self._today())


@DefaultV1Recipe.register(_EXTRACTOR, is_trainable=False)
class SumExtractor(EntityReader):
    """Sums of money in đồng."""

    def read(self, text: str) -> Sequence[Found]:
        return read_sums(text)
