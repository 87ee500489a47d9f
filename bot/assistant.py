"""The way from a message to its reply."""

from __future__ import annotations

import logging

from bot.engine import ActionsUnavailable, Engine, EngineUnavailable, Payload
from bot.guards import fault, refuse_dead_button, refuse_empty, refuse_unreadable
from bot.intake import REFUSED, IntakeUnavailable, ProofDesk
from bot.masking.mask import personal_data
from bot.masking.spans import Span, without_overlap
from bot.proof import Factor, read_proof
from bot.reply import Reply
from bot.turn import Turn
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.characters import clean
from office.dossier_code import DossierCode, locate_dossier_codes
from office.wording import Fault

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
        turn.factor = read_proof(text, spans, awaited=bool(turn.awaited_code))
        turn.hidden = _hidden(text, spans, turn.factor)
        return None

    async def _hand_in_proof(self, turn: Turn) -> Reply | None:
        if turn.factor is None or turn.factor.is_aside:
            self._miss_code(turn)
            return None
        code = turn.codes[0] if turn.codes else DossierCode.parse(turn.awaited_code)
        turn.slots |= {"dossier_code": str(code), "awaiting": "proof", "proof_token": None}
        try:
            token = await self._exchange(turn, code, turn.factor.value) if turn.factor.is_sound else REFUSED
        except IntakeUnavailable as error:
            log.error("intake unavailable", extra={"cause": str(error)})
            return fault(Fault.INTAKE_UNAVAILABLE)
        turn.slots["proof_token"] = token or None
        turn.is_refused = not token
        turn.said = Payload("give_proof")
        return None

    def _miss_code(self, turn: Turn) -> None:
        """A message that is nothing but a proof, while no dossier is known, asks after a dossier."""
        if any(span.kind == "proof" for span in turn.hidden) and not turn.silenced.strip(" .,"):
            turn.said = Payload("check_dossier_status")

    async def _exchange(self, turn: Turn, code: DossierCode, factor: str) -> str:
        session, client = turn.conversation.key, turn.received.client
        return await self._proofs.exchange(
            code, factor, session=session, client=client, deadline=turn.deadline
        )

    async def _ask(self, turn: Turn) -> Reply:
        said = turn.said or canonical(turn.silenced)
        slots = turn.slots | {"proof_token": REFUSED} if turn.is_refused else turn.slots
        answer = await self._engine.turn(turn.conversation.key, said, slots, turn.deadline)
        turn.slots = answer.slots
        assert answer.reply is not None
        return answer.reply


def _hidden(text: str, codes: list[Span], factor: Factor | None) -> list[Span]:
    """Return what neither engine nor transcript may see; a proof that was given is named so."""
    found = personal_data(text, codes)
    if factor is None:
        return found
    kind = factor.span.kind if factor.is_aside else "proof"
    proof = Span(factor.span.start, factor.span.end, kind)
    return [proof, *without_overlap(found, [proof])]
