"""The way from a message to its reply."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.claim import Claim, read_claims
from bot.engine import ActionsUnavailable, Engine, EngineUnavailable, Payload
from bot.guards import fault, refuse_dead_button, refuse_empty, refuse_unreadable
from bot.intake import REFUSED, IntakeUnavailable, ProofDesk
from bot.masking.mask import personal_data
from bot.masking.spans import Span, merged
from bot.proof import Factor
from bot.reply import Reply
from bot.turn import Turn
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.characters import clean
from office.dossier_code import DossierCode, locate_dossier_codes
from office.wording import Fault

_PROOFS = ("proof", "digits", "key")
_CLAIMS_AT_MOST = 3  # proofs that one message may hand in; other dossiers wait for their turn

log = logging.getLogger(__name__)


class Assistant:
    """Takes turns. It never raises: whatever is down, the citizen hears what is wrong and what to do."""

    def __init__(self, engine: Engine, proofs: ProofDesk, *, longest: int) -> None:
        self._engine = engine
        self._proofs = proofs
        self._longest = longest

    async def reply(self, turn: Turn) -> Reply:
        """Return the reply to a turn; the steps, in order, and the first reply counts."""
        try:
            return (
                refuse_dead_button(turn)
                or self._read(turn)
                or refuse_empty(turn)
                or await self._hand_in_proof(turn)
                or refuse_unreadable(turn)
                or await self._ask(turn)
            )
        except EngineUnavailable as error:
            log.error("engine unavailable", extra={"cause": str(error)})
            return fault(Fault.ENGINE_DOWN)
        except ActionsUnavailable:
            log.error("action server unavailable")
            return fault(Fault.ACTIONS_DOWN)
        except Exception:
            log.exception("turn failed")
            return fault(Fault.ENGINE_DOWN)

    def read(self, turn: Turn) -> None:
        """Read a message without answering it, so that its masked text can be kept."""
        self._read(turn)

    def _read(self, turn: Turn) -> Reply | None:
        """Find codes, proof and personal data in what was typed: spelling is mended only for the engine."""
        text = clean(turn.received.text)
        if len(text) > self._longest:
            return fault(Fault.MESSAGE_TOO_LONG, limit=self._longest)
        turn.text = text
        found = locate_dossier_codes(text)
        turn.codes = tuple(dict.fromkeys(code for _, _, code in found))
        spans = [Span(start, end, "dossier") for start, end, _ in found]
        private = personal_data(text, spans, beside_proof=bool(turn.codes or turn.slots.get("dossier_code")))
        awaited = DossierCode.parse(turn.awaited_code) if turn.awaited_code else None
        turn.claims = read_claims(text, found, private, awaited)
        turn.hidden = _hidden(private, [claim.factor for claim in turn.claims])
        return None

    async def _hand_in_proof(self, turn: Turn) -> Reply | None:
        claims = [claim for claim in turn.claims if not claim.factor.is_aside][:_CLAIMS_AT_MOST]
        if not claims:
            self._miss_code(turn)
            return None
        turn.await_proof(claims)
        try:
            turn.tokens = [(claim.code, await self._token(turn, claim)) for claim in claims]
        except IntakeUnavailable as error:
            log.error("intake unavailable", extra={"cause": str(error)})
            return fault(Fault.INTAKE_UNAVAILABLE)
        turn.slots["proof_token"] = turn.tokens[0][1] or None
        turn.said = Payload("give_proof")
        return None

    def _miss_code(self, turn: Turn) -> None:
        """A message that is nothing but a proof, while no dossier is known, asks after a dossier."""
        if any(span.kind in _PROOFS for span in turn.hidden) and not turn.silenced.strip(" .,"):
            turn.said = Payload("check_dossier_status")

    async def _token(self, turn: Turn, claim: Claim) -> str:
        if not claim.factor.is_sound:
            return REFUSED
        session = turn.conversation.name
        client = "" if turn.conversation.is_local else turn.received.client
        return await self._proofs.exchange(
            claim.code, claim.factor.value, session=session, client=client, deadline=turn.deadline
        )

    async def _ask(self, turn: Turn) -> Reply:
        said = turn.said or canonical(turn.silenced)
        answer = await self._engine.turn(
            turn.conversation.name, said, turn.slots | turn.proved, turn.deadline
        )
        turn.slots = answer.slots
        assert answer.reply is not None
        return answer.reply


def _hidden(private: list[Span], factors: list[Factor]) -> list[Span]:
    """Return what neither engine nor transcript may see; a proof that was given is named so."""
    hidden = private
    for factor in factors:
        kind = factor.span.kind if factor.is_aside else "proof"
        whole = merged([*hidden, factor.span])
        hidden = [replace(span, kind=kind) if span.overlaps(factor.span) else span for span in whole]
    return hidden
