"""The one door to the engine: a turn goes in with the conversation's slots, answer and slots come back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential

from bot.deadline import Deadline
from bot.engine_answer import EngineAnswer, UnreadableAnswer, read_answer
from bot.errors import GatewayError

TURN_PATH = "/webhooks/turn/"
AT_ONCE = 1.0  # seconds; an action that fails later than this may have done something


class EngineError(GatewayError):
    """Base of what can go wrong when the engine is asked."""


class EngineUnavailable(EngineError):
    """It did not answer in time, or not in a form we understand."""


class EngineAbsent(EngineUnavailable):
    """Nobody took the turn: it did nothing, so it can be asked again."""


class ActionsUnavailable(EngineError):
    """The engine understood the message but the action server did not answer it."""


class ActionsAbsent(ActionsUnavailable):
    """The action server refused at once; it can be asked again."""


@dataclass(frozen=True)
class Payload:
    """A deed that stands behind a button, or that the gateway itself reports; never read from a text."""

    intent: str
    entities: Mapping[str, Any] = field(default_factory=dict)


class Engine:
    """Asks for turns over HTTP.

    A turn that nobody took is asked again for ``patience`` seconds; an engine that has been away for longer
    is not waited for by every citizen anew.
    """

    def __init__(self, http: httpx.AsyncClient, *, seconds: float, patience: float) -> None:
        self._http = http
        self._seconds = seconds
        self._engine = Patience(patience)
        self._actions = Patience(patience)

    async def turn(
        self, conversation: str, said: str | Payload, slots: Mapping[str, Any], deadline: Deadline
    ) -> EngineAnswer:
        """Return the engine's answer, which says something; raise an EngineError."""
        asked = {"conversation": conversation, "slots": dict(slots), **_said(said)}
        at_most = deadline.left() / 2
        retrying = AsyncRetrying(
            retry=retry_if_exception_type((EngineAbsent, ActionsAbsent)),
            stop=lambda attempt: self._is_enough(attempt, at_most),
            wait=wait_exponential(multiplier=0.1, max=0.5),
            reraise=True,
        )
        answer: EngineAnswer = await retrying(self._ask, asked, deadline)
        return answer

    async def _ask(self, asked: dict[str, Any], deadline: Deadline) -> EngineAnswer:
        began = time.monotonic()
        try:
            response = await self._http.post(TURN_PATH, json=asked, timeout=deadline.left(self._seconds))
            response.raise_for_status()
            self._engine.found()
            answer = read_answer(response.json())
        except httpx.HTTPError as error:
            self._raise_for(error)
        except (UnreadableAnswer, ValueError) as error:
            raise EngineUnavailable(str(error)) from error
        if answer.failed:
            self._raise_for_actions(time.monotonic() - began)
        self._actions.found()
        return answer

    def _raise_for(self, error: httpx.HTTPError) -> NoReturn:
        if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError | httpx.ConnectTimeout):
            self._engine.lost()
            raise EngineAbsent(type(error).__name__) from error
        raise EngineUnavailable(type(error).__name__) from error

    def _raise_for_actions(self, took: float) -> NoReturn:
        if took > AT_ONCE:
            raise ActionsUnavailable
        self._actions.lost()
        raise ActionsAbsent

    def _is_enough(self, attempt: RetryCallState, at_most: float) -> bool:
        error = attempt.outcome.exception() if attempt.outcome else None
        patience = self._actions if isinstance(error, ActionsAbsent) else self._engine
        return (attempt.seconds_since_start or 0.0) >= min(patience.left(), at_most)


class Patience:
    """How long a part that is away is still waited for; shared by all who wait for it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lost_at: float | None = None

    def lost(self) -> None:
        """Note that it is away."""
        self._lost_at = self._lost_at or time.monotonic()

    def found(self) -> None:
        """Note that it is back."""
        self._lost_at = None

    def left(self) -> float:
        """Return the seconds that may still be waited."""
        gone = time.monotonic() - self._lost_at if self._lost_at else 0.0
        return max(0.0, self._seconds - gone)


def _said(said: str | Payload) -> dict[str, Any]:
    if isinstance(said, str):
        return {"text": said}
    return {"payload": {"intent": said.intent, "entities": dict(said.entities)}}
