"""What a conversation needs beside a running assistant."""

from __future__ import annotations

from bot.golden.conversation import Conversation
from knowledge_base.gazetteer.errors import GazetteerError
from knowledge_base.gazetteer.source import read_source
from knowledge_base.gazetteer.table import read_table
from office.settings import settings


def lacking(conversation: Conversation) -> str:
    """Return why the set-up of this machine cannot hold the conversation; "" where it can."""
    if conversation.needs != "communes":
        return ""
    try:
        read_table(settings().communes_table, read_source())
    except GazetteerError as error:
        return f"{error} make setup"
    return ""
