"""A message as the API shows it."""

from __future__ import annotations

from bot.api.models import Button, Message
from bot.outbox import Said


def message(said: Said) -> Message:
    """Return the message without what is only for the office."""
    return Message.model_validate(
        {
            "seq": said.seq,
            "author": said.author,
            "text": said.text,
            "outcome": said.outcome,
            "interim": said.interim,
            "buttons": [Button(id=button.id, title=button.title) for button in said.buttons],
            "citations": said.details.get("citations", []),
            "checklists": said.details.get("checklists", []),
            "privacy": said.details.get("privacy"),
        }
    )
