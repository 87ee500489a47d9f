"""Golden conversations through the whole stack; docs/conversations.md says how they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.golden.conversation import Conversation, files_of
from bot.golden.expectations import Memory, missed
from bot.golden.needs import lacking
from bot.golden.reading import read_conversations

CONVERSATIONS = [
    pytest.param(conversation, id=f"{Path(conversation.file).stem}: {conversation.title}")
    for conversation in read_conversations(files_of())
]


@pytest.mark.stack
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_the_assistant_answers_as_written(conversation: Conversation, stack: Any) -> None:
    if why := lacking(conversation):
        pytest.skip(why)
    talk, memory = stack.conversation(), Memory()
    for turn in conversation.turns:
        if turn.before == "restart_engine":
            stack.restart("engine")
        if turn.after_days:
            stack.pass_days(turn.after_days)
        answer = talk.ask(turn.said)
        assert not missed(turn, answer, memory), answer
