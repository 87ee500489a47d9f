"""What can go wrong at the gateway, by what is done next."""

from __future__ import annotations


class GatewayError(Exception):
    """Base of everything the gateway raises by itself."""


class NoConversation(GatewayError):
    """There is none of this id, or it was ended and erased."""


class ConversationClosed(GatewayError):
    """It takes no more messages; a new one must be begun."""


class QueueFull(GatewayError):
    """More is waiting than can be answered in time; the citizen is told so at once."""


class TooMany(GatewayError):
    """One client asks for more than its share; others are not made to wait for it."""
