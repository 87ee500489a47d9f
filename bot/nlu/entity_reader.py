"""What Rasa's extractors of ours share: a text is read, and what was found is added to the message."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities.found import Found


class EntityReader(GraphComponent, EntityExtractorMixin, ABC):
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
    ) -> EntityReader:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities in the order typed."""
        for message in messages:
            read = [found.data(self.name) for found in self.read(message.get(TEXT) or "")]
            if read:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *read], add_to_output=True)
                self.found_in(message)
        return messages

    @abstractmethod
    def read(self, text: str) -> Sequence[Found]:
        """Return what is in a text."""

    def found_in(self, message: Message) -> None:
        """Do more with a message in which something was found; nothing unless a reader says so."""
