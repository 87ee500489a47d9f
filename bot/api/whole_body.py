"""The body of a request, read whole before anybody works on it: in time, and no longer than allowed."""

from __future__ import annotations

import asyncio

from starlette.types import Message, Receive

LARGEST_MESSAGE = 700_000  # bytes: 100,000 characters with every one escaped are still answered politely
LARGEST_BODY = 4_096
READ_WITHIN_SECONDS = 10.0
_LONG = ("/api/messages", "/internal/ask")


class TooLarge(Exception):
    """The body is longer than allowed."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class CutShort(Exception):
    """The caller went away in the middle of the body."""


def largest(path: str) -> int:
    """Return how long the body of a request to this path may be, in bytes."""
    return LARGEST_MESSAGE if path in _LONG else LARGEST_BODY


async def whole_body(receive: Receive, at_most: int, within: float = READ_WITHIN_SECONDS) -> bytes:
    """Return the whole body; raise TooLarge, TooSlow or CutShort."""
    body = bytearray()
    try:
        async with asyncio.timeout(within):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise CutShort
                body += message.get("body", b"")
                if len(body) > at_most:
                    raise TooLarge
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError as error:
        raise TooSlow from error


def replayed(body: bytes, receive: Receive) -> Receive:
    """Return a channel that gives the body that was read, then whatever comes after it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def give() -> Message:
        return waiting.pop() if waiting else await receive()

    return give
