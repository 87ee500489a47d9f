"""One message on its way to its reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.claim import Claim
from bot.conversation import Conversation
from bot.deadline import Deadline
from bot.engine import Payload
from bot.masking.mask import labelled, silenced
from bot.masking.people import people
from bot.masking.spans import Span
from bot.received import Received
from office.dossier_code import DossierCode


@dataclass
class Turn:
    """What came in; the steps of the assistant fill in the rest.

    ``said`` is the deed that stands for the message when its text must not go further: a pressed button, or a
    proof that was given. ``tokens`` holds what came of each proof, nothing where it was in vain. ``hidden`` is
    what neither engine nor transcript may see of ``text``; names and addresses are only kept from the transcript.
    """

    conversation: Conversation
    received: Received
    deadline: Deadline
    said: Payload | None = None
    title: str = ""
    text: str = ""
    codes: tuple[DossierCode, ...] = ()
    claims: tuple[Claim, ...] = ()
    tokens: list[tuple[DossierCode, str]] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)

    @property
    def masked(self) -> str:
        """The message as it may be kept: without what is hidden, and without names and addresses."""
        return self.title or labelled(self.text, [*self.hidden, *people(self.text, self.hidden)])

    @property
    def silenced(self) -> str:
        """The message as the engine may read it."""
        return silenced(self.text, self.hidden)

    @property
    def awaited_code(self) -> str:
        """The dossier whose proof the citizen was asked for, or nothing."""
        match self.slots.get("awaiting"):
            case "proof":
                return str(self.slots.get("dossier_code") or "")
            case "proof_of_next":
                return next(iter(self._waiting), "")
        return ""

    def await_proof(self, claims: Sequence[Claim]) -> None:
        """Turn to the dossiers claimed; others of this message and of earlier ones wait."""
        claimed = [str(claim.code) for claim in claims]
        others = dict.fromkeys([*map(str, self.codes), *self._waiting])
        self.slots |= {
            "dossier_code": claimed[0],
            "awaiting": "proof",
            "proof_token": None,
            "waiting_dossiers": [code for code in others if code not in claimed] or None,
        }

    @property
    def proved(self) -> dict[str, Any]:
        """The slots that tell the engine what came of the proofs, empty tokens of those in vain."""
        if not self.tokens:
            return {}
        several = [[str(code), token] for code, token in self.tokens] if len(self.tokens) > 1 else None
        return {"proof_token": self.tokens[0][1], "proved_dossiers": several}

    @property
    def _waiting(self) -> list[str]:
        return list(self.slots.get("waiting_dossiers") or ())
