"""One message on its way to its reply."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.conversation import Conversation
from bot.deadline import Deadline
from bot.engine import Payload
from bot.masking.mask import labelled, silenced
from bot.masking.spans import Span
from bot.proof import Factor
from bot.received import Received
from office.dossier_code import DossierCode


@dataclass
class Turn:
    """What came in; the steps of the assistant fill in the rest.

    ``said`` is the deed that stands for the message when its text must not go further: a pressed button, or a
    proof that was given (``is_refused``: in vain). ``hidden`` is what neither engine nor transcript may see
    of ``text``.
    """

    conversation: Conversation
    received: Received
    deadline: Deadline
    said: Payload | None = None
    title: str = ""
    text: str = ""
    codes: tuple[DossierCode, ...] = ()
    factor: Factor | None = None
    is_refused: bool = False
    hidden: list[Span] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)

    @property
    def masked(self) -> str:
        """The message as it may be kept."""
        return self.title or labelled(self.text, self.hidden)

    @property
    def silenced(self) -> str:
        """The message as the engine may read it."""
        return silenced(self.text, self.hidden)

    @property
    def awaited_code(self) -> str:
        """The dossier whose proof the citizen was asked for, or nothing."""
        return str(self.slots.get("dossier_code") or "") if self.slots.get("awaiting") == "proof" else ""
