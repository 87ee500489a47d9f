"""Tell a citizen where a dossier stands, once the proof has been given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, ServiceAction, give
from actions.dossier_phrasing import ask_code, ask_proof, refused, status, unavailable, unreadable
from actions.intake import IntakeUnavailable, LookupRefused
from actions.reply import Reply
from office.dossier_code import DossierCode, InvalidDossierCode

_LIKE_A_CODE = re.compile(r"\d{4,}")


@dataclass(frozen=True)
class Asked:
    """The dossier asked for; ``proof_token`` is None before a proof was tried, empty once it was refused."""

    session: str
    text: str
    codes: tuple[str, ...]
    proof_token: str | None

    @classmethod
    def of(cls, tracker: Tracker) -> Asked:
        """Read the message and the slots; a code in the message replaces the one before and its proof."""
        typed = tuple(dict.fromkeys(tracker.get_latest_entity_values("dossier_code")))
        kept = tracker.get_slot("dossier_code")
        is_new = bool(typed) and typed[0] != kept
        return cls(
            session=tracker.sender_id,
            text=tracker.latest_message.get("text") or "",
            codes=typed or ((kept,) if kept else ()),
            proof_token=None if is_new else tracker.get_slot("proof_token"),
        )

    def looks_like_a_code(self) -> bool:
        """Tell whether the message holds figures that may be meant as a code."""
        return bool(_LIKE_A_CODE.search(self.text))


class ActionCheckDossier(ServiceAction):
    """Ask for the code, then for the proof, then look up."""

    def name(self) -> str:
        return "action_check_dossier"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return give(await self._reply(Asked.of(tracker)), dispatcher)

    async def _reply(self, asked: Asked) -> Reply:
        if not asked.codes:
            return unreadable(self.services.style()) if asked.looks_like_a_code() else ask_code()
        try:
            code = DossierCode.parse(asked.codes[0])
        except InvalidDossierCode:
            return unreadable(self.services.style())
        if asked.proof_token is None:
            return ask_proof(code, len(asked.codes))
        return await self._look_up(code, asked.session, asked.proof_token)

    async def _look_up(self, code: DossierCode, session: str, proof_token: str) -> Reply:
        style = self.services.style()
        if not proof_token:
            return refused(code, style)
        try:
            dossier = await self.services.intake.dossier(code, session=session, proof_token=proof_token)
        except LookupRefused:
            return refused(code, style)
        except IntakeUnavailable:
            return unavailable(code, style)
        return status(dossier, self.services.knowledge, style)
