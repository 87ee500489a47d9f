"""Tell a citizen where dossiers stand, one after the other, once the proof of each has been given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, ServiceAction, give
from actions.conversation import forgets, says
from actions.dossier_answer import answer_about, sides_of
from actions.dossier_phrasing import (
    REFUSED,
    UNAVAILABLE,
    ask_code,
    ask_proof,
    ask_proof_of_next,
    proof_forgotten,
    refused,
    slip_lost,
    status,
    still_waiting,
    unavailable,
    unreadable,
)
from actions.intake import IntakeUnavailable, LookupRefused
from actions.phrases import Phrases
from actions.reply import Reply
from office.dossier_code import DossierCode, InvalidDossierCode

GIVE_PROOF = "give_proof"
_LIKE_A_CODE = re.compile(r"\d{4,}")


@dataclass(frozen=True)
class Asked:
    """The dossiers asked for, in order, those that wait for their turn last.

    ``proofs`` holds a token for each code whose proof was tried, an empty one where it was refused.
    """

    session: str
    text: str
    codes: tuple[str, ...]
    proofs: dict[str, str]
    is_typed: bool
    is_proof: bool
    has_forgotten: bool

    @classmethod
    def of(cls, tracker: Tracker, say: Phrases) -> Asked:
        """Read the message and the slots; a code in the message comes before those of earlier messages."""
        typed = tuple(dict.fromkeys(tracker.get_latest_entity_values("dossier_code")))
        text = tracker.latest_message.get("text") or ""
        kept, token = tracker.get_slot("dossier_code"), tracker.get_slot("proof_token")
        proved = {} if typed else dict(tracker.get_slot("proved_dossiers") or ())
        proofs = {kept: token} if kept and token is not None else {}
        codes = (*typed, *proved, *((kept,) if kept and not typed else ()), *_waiting(tracker))
        return cls(
            session=tracker.sender_id,
            text=text,
            codes=tuple(dict.fromkeys(codes)),
            proofs=proofs | proved,
            is_typed=bool(typed),
            is_proof=(tracker.latest_message.get("intent") or {}).get("name") == GIVE_PROOF,
            has_forgotten=bool(tracker.get_slot("awaiting")) and forgets(text, say),
        )

    def says(self, words: Iterable[str]) -> bool:
        """Tell whether the message holds one of these folded wordings."""
        return says(self.text, words)

    def looks_like_a_code(self) -> bool:
        """Tell whether the message holds figures that may be meant as a code."""
        return bool(_LIKE_A_CODE.search(self.text))


def _waiting(tracker: Tracker) -> tuple[str, ...]:
    return tuple(tracker.get_slot("waiting_dossiers") or ())


class ActionCheckDossier(ServiceAction):
    """Ask for the code, then for the proof, then look up; the next dossier follows."""

    def name(self) -> str:
        return "action_check_dossier"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        replies = await self._replies(Asked.of(tracker, self.services.phrases))
        return [event for reply in replies for event in give(reply, dispatcher)]

    async def _replies(self, asked: Asked) -> list[Reply]:
        say, style = self.services.phrases, self.services.style()
        if not asked.is_typed and asked.says(say.words("dossiers.slip_words")):
            return [slip_lost(style)]
        if asked.has_forgotten and not asked.is_typed:
            return [proof_forgotten(asked.codes[0], style) if asked.codes else slip_lost(style)]
        if not asked.is_typed and asked.says(say.words("dossiers.other_words")):
            return [self._next(asked)]
        if not asked.codes:
            return [unreadable(style) if asked.looks_like_a_code() else ask_code()]
        try:
            codes = [DossierCode.parse(code) for code in asked.codes]
        except InvalidDossierCode:
            return [unreadable(style)]
        return await self._in_order(codes, asked)

    def _next(self, asked: Asked) -> Reply:
        """Go on to the dossier that waits, or ask for the code of another."""
        waiting = tuple(map(DossierCode.parse, asked.codes[1:]))
        return ask_proof(waiting[0], waiting[1:]) if waiting else ask_code()

    async def _in_order(self, codes: list[DossierCode], asked: Asked) -> list[Reply]:
        """Answer for every code whose proof was tried, then ask for the proof of the first one left."""
        tried = [code for code in codes if str(code) in asked.proofs]
        left = tuple(code for code in codes if code not in tried)
        if not tried or (asked.is_typed and codes[0] not in tried):
            return [ask_proof(codes[0], tuple(codes[1:]))]
        replies = _each_once([await self._look_up(code, asked) for code in tried])
        return [*replies, *_then(replies[-1], left)]

    async def _look_up(self, code: DossierCode, asked: Asked) -> Reply:
        style, token = self.services.style(), asked.proofs[str(code)]
        if not token:
            return refused(code, style)
        try:
            dossier = await self.services.intake.dossier(code, session=asked.session, proof_token=token)
        except LookupRefused:
            return refused(code, style) if asked.is_proof else ask_proof(code)
        except IntakeUnavailable:
            return unavailable(code, style)
        sides = () if asked.is_proof or asked.is_typed else sides_of(asked.text, style)
        if sides:
            return answer_about(dossier, token, sides, style)
        return status(dossier, token, self.services.knowledge, style)


def _each_once(replies: list[Reply]) -> list[Reply]:
    """Leave out a refusal or a fault that only repeats another: their words are always the same."""
    responses = [reply.response for reply in replies]
    return [
        reply
        for number, reply in enumerate(replies)
        if reply.response not in (REFUSED, UNAVAILABLE) or reply.response not in responses[number + 1 :]
    ]


def _then(last: Reply, left: tuple[DossierCode, ...]) -> list[Reply]:
    """Say which dossier comes next; not while the one before is still open or intake is silent."""
    if not left or last.response == UNAVAILABLE:
        return []
    return [still_waiting(left) if last.slots.get("awaiting") == "proof" else ask_proof_of_next(left)]
