"""The only door to the engine: the gateway hands a turn in with its state and takes answer and state back.

Its tracker store is turn_state.TurnStore; bot/nlu/serve.py puts both into Rasa.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.core.constants import DEFAULT_INTENTS
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.nlu.literal_text import literal
from bot.nlu.turn_answer import answer, failure
from bot.nlu.turn_request import BadTurn, TurnRequest
from bot.nlu.turn_state import Turn, current_turn

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class TurnChannel(InputChannel):
    """Answers POST / with the turn's messages; 403 without the secret, 400 for what is no turn."""

    def __init__(self, secret: str, seconds: float) -> None:
        self._secret = secret.encode()
        self._seconds = seconds

    @classmethod
    def name(cls) -> str:
        return "turn"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        door = Blueprint("turn_channel", "turn")

        @door.route("/", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._is_gateway(request):
                return response.json({"error": "forbidden"}, status=403)
            try:
                asked = TurnRequest.parse(request.body, intents=_askable_intents(request))
            except BadTurn as error:
                return response.json({"error": str(error)}, status=400)
            return response.json(await self._take(asked, on_new_message), dumps=json.dumps)

        return door

    def _is_gateway(self, request: Request) -> bool:
        given = request.headers.get("x-motcua-secret", "").encode("utf-8", "replace")
        return bool(self._secret) and hmac.compare_digest(given, self._secret)

    async def _take(self, asked: TurnRequest, on_new_message: OnMessage) -> dict[str, Any]:
        turn = Turn(asked.slots)
        current_turn.set(turn)
        try:
            await asyncio.wait_for(on_new_message(_message(asked)), self._seconds)
        except TimeoutError:
            return failure(turn)
        return answer(turn)


def _message(asked: TurnRequest) -> UserMessage:
    return UserMessage(
        literal(asked.text or ""),
        sender_id=asked.conversation,
        parse_data=asked.payload.parse_data() if asked.payload else None,
        input_channel=TurnChannel.name(),
    )


def _askable_intents(request: Request) -> set[str]:
    return set(request.app.ctx.agent.domain.intents) - set(DEFAULT_INTENTS)
