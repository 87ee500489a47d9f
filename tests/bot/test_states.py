"""Who answers in a conversation: the bot, or a person, never both."""

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import IllegalMove, State, move
from office.wording import Fault, wording
from tests.bot.scripted import said

STATES = st.sampled_from(list(State))


@given(st.lists(STATES, max_size=12))
def test_whatever_is_tried_a_closed_conversation_stays_closed_and_nobody_waits_from_a_person(tries):
    state, path = State.BOT, [State.BOT]
    for to in tries:
        try:
            state = move(state, to)
        except IllegalMove:
            continue
        path.append(state)
    after_closing = path[path.index(State.CLOSED) :] if State.CLOSED in path else []
    assert set(after_closing) <= {State.CLOSED}
    assert (State.HUMAN, State.WAITING) not in pairwise(path)


@given(STATES)
def test_staying_is_always_legal_and_closing_too(state):
    assert move(state, state) is state
    assert move(state, State.CLOSED) is State.CLOSED


@pytest.mark.anyio
async def test_asking_for_a_person_is_put_on_record_once(house):
    house.engine.answer = lambda asked: said("Đã ghi nhận", "handover_requested")
    talk = await house.begin()
    await talk.ask("cho tôi gặp cán bộ")
    await talk.ask("cho tôi gặp cán bộ")
    assert (await talk.news())["state"] == "waiting"
    assert house.rows("SELECT count(*) FROM bot.handover WHERE ended_at IS NULL") == [(1,)]


@pytest.mark.anyio
async def test_while_nobody_has_come_yet_the_bot_goes_on_answering(house):
    talk = await house.begin()
    await house.parts.conversations.move(await id_of(house), State.WAITING)
    assert (await talk.ask("chào"))["outcome"] == "answered"


@pytest.mark.anyio
async def test_the_bot_is_silent_while_a_person_answers_and_keeps_the_masked_message(house):
    talk = await house.begin()
    await house.parts.conversations.move(await id_of(house), State.HUMAN)
    await talk.send("gọi tôi 0912345678 nhé")
    await asyncio.sleep(0.5)
    news = await talk.news()
    assert (news["state"], news["typing"]) == ("human", False)
    assert [m["author"] for m in news["messages"]] == ["citizen"]
    assert news["messages"][0]["text"] == "gọi tôi [phone] nhé"
    assert house.engine.turns == []
    assert house.rows("SELECT sealed FROM bot.inbox") == [(None,)]


@pytest.mark.anyio
async def test_an_answer_that_comes_after_a_person_took_over_is_not_given(house):
    house.engine.delay = 0.5
    talk = await house.begin()
    await talk.send("chào")
    await asyncio.sleep(0.2)
    await house.parts.conversations.move(await id_of(house), State.HUMAN)
    await asyncio.sleep(0.8)
    assert [m["author"] for m in (await talk.news())["messages"]] == ["citizen"]


@pytest.mark.anyio
async def test_a_closed_conversation_says_that_a_new_one_is_needed(house):
    talk = await house.begin()
    await house.parts.conversations.move(await id_of(house), State.CLOSED)
    response = await talk.send("chào")
    assert (response.status_code, response.json()["error"]) == (409, "closed")
    assert "cuộc trò chuyện mới" in response.json()["text"]


@pytest.mark.anyio
async def test_what_was_sent_before_closing_is_told_so(resting_house):
    talk = await resting_house.begin()
    await talk.send("chào")
    await resting_house.parts.conversations.move(await id_of(resting_house), State.CLOSED)
    async with resting_house.running():
        assert (await talk.replies())[0]["text"] == wording(Fault.CONVERSATION_CLOSED)


async def id_of(house):
    return house.rows("SELECT id FROM bot.conversation")[0][0]
