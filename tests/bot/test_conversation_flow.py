"""A citizen and the gateway: messages in, answers out, in order, each once."""

import asyncio
import json
import time
from uuid import uuid4

import pytest

from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

CHOICES = {
    "buttons": [
        {"title": "Tách thửa", "payload": {"intent": "choose", "entities": {"choice": "1.012784"}}},
        {"title": "Hợp thửa", "payload": {"intent": "choose", "entities": {"choice": "1.012785"}}},
    ],
    "custom": {
        "procedures": ["1.012784", "1.012785"],
        "facets": ["documents", "fee"],
        "citations": [
            {"code": "1.012784", "decision": "3380/QĐ", "updated": "2026-04-16", "url": "https://x"}
        ],
    },
}


async def test_a_conversation_begins_with_a_greeting_and_a_key_of_128_bits(house):
    begun = (await house.http.post("/api/conversations")).json()
    assert len(begun["conversation"]) == 32
    assert begun["messages"][0]["author"] == "bot"
    assert begun["messages"][0]["outcome"] == "smalltalk"


async def test_a_question_is_answered(house):
    talk = await house.begin()
    answer = await talk.ask("tách thửa cần giấy tờ gì")
    assert answer["text"] == "heard tách thửa cần giấy tờ gì"
    assert answer["outcome"] == "answered"
    assert not (await talk.news())["typing"]


async def test_messages_of_one_conversation_are_answered_in_order_and_never_side_by_side(house):
    house.engine.delay = 0.03
    talk = await house.begin()
    for number in range(8):
        await talk.send(f"câu {number}")
    answers = await talk.replies(8)
    assert [answer["text"] for answer in answers] == [f"heard câu {number}" for number in range(8)]
    assert not house.engine.overlapped


async def test_different_conversations_are_answered_side_by_side(house):
    house.engine.delay = 0.5
    talks = [await house.begin() for _ in range(6)]
    began = time.monotonic()
    await asyncio.gather(*(talk.ask("chào") for talk in talks))
    assert house.engine.most_at_once > 2
    assert time.monotonic() - began < 6 * 0.5


async def test_a_message_that_is_sent_again_is_taken_in_once(house):
    talk = await house.begin()
    message = {"id": str(uuid4()), "text": "chào"}
    first, *again = [
        await house.http.post("/api/messages", headers=talk.headers, json=message) for _ in range(3)
    ]
    assert {response.json()["seq"] for response in again} == {first.json()["seq"]}
    await talk.replies(1)
    await asyncio.sleep(0.2)
    assert (await talk.news())["messages"] == []
    assert len(house.engine.turns) == 1


async def test_the_same_message_sent_many_times_at_once_is_taken_in_once(house):
    talk = await house.begin()
    message = {"id": str(uuid4()), "text": "chào"}
    sent = [house.http.post("/api/messages", headers=talk.headers, json=message) for _ in range(10)]
    assert len({response.json()["seq"] for response in await asyncio.gather(*sent)}) == 1
    await talk.replies(1)
    assert house.rows("SELECT count(*) FROM bot.inbox") == [(1,)]


async def test_slots_are_handed_in_with_the_next_turn(house):
    house.engine.answer = lambda asked: said("x", slots={"procedure": "1.012784"})
    talk = await house.begin()
    await talk.ask("tách thửa")
    await talk.ask("thế còn phí?")
    assert [turn["slots"] for turn in house.engine.turns] == [{}, {"procedure": "1.012784"}]


async def test_a_button_is_opaque_and_stands_for_its_payload(house):
    house.engine.answer = lambda asked: said("Bạn chọn", "clarification_procedure", **CHOICES)
    talk = await house.begin()
    offered = (await talk.ask("thửa đất"))["buttons"]
    assert [button["title"] for button in offered] == ["Tách thửa", "Hợp thửa"]
    assert all(len(button["id"]) == 32 for button in offered)
    await talk.ask(button=offered[1]["id"])
    assert house.engine.turns[-1]["payload"] == {"intent": "choose", "entities": {"choice": "1.012785"}}


async def test_a_button_of_another_conversation_and_a_made_up_one_are_dead(house):
    house.engine.answer = lambda asked: said("Bạn chọn", **CHOICES)
    button = (await (await house.begin()).ask("thửa đất"))["buttons"][0]["id"]
    talk = await house.begin()
    turns = len(house.engine.turns)
    for dead in (button, "0" * 32, "choose", '{"intent": "give_proof"}'):
        answer = await talk.ask(button=dead)
        assert answer["outcome"] == "clarification_procedure"
    assert len(house.engine.turns) == turns


async def test_citations_come_with_the_answer(house):
    house.engine.answer = lambda asked: said("x", **CHOICES)
    answer = await (await house.begin()).ask("thửa đất")
    assert answer["citations"] == CHOICES["custom"]["citations"]


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200b", "\0\0", "\n"])
async def test_nothing_at_all_is_told_so_without_the_engine(house, text):
    answer = await (await house.begin()).ask(text)
    assert answer["outcome"] == "declined_unreadable"
    assert answer["text"]
    assert house.engine.turns == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        *((text, "declined_unreadable") for text in ("😀😀🔥", "\ud83d", "?!…", "\ud800\udfff\ud800")),
        *((text, "declined_language") for text in ("你好", "مرحبا")),
    ],
)
async def test_what_holds_no_letter_that_we_read_is_told_so(house, text, outcome):
    talk = await house.begin()
    body = json.dumps({"id": str(uuid4()), "text": text})
    headers = {**talk.headers, "Content-Type": "application/json"}
    response = await house.http.post("/api/messages", headers=headers, content=body.encode())
    assert response.status_code == 202
    assert (await talk.replies())[0]["outcome"] == outcome
    assert house.engine.turns == []


async def test_a_private_number_alone_is_told_so_and_goes_nowhere(house):
    answer = await (await house.begin()).ask("số điện thoại tôi 0912345678")
    assert answer["outcome"] == "clarification_procedure"
    assert "0912345678" not in answer["text"]
    assert house.engine.turns == []


async def test_a_hundred_thousand_characters_are_turned_down_with_the_limit(house):
    answer = await (await house.begin()).ask("tách thửa " * 10_000)
    assert answer["outcome"] == "declined_unreadable"
    assert "2.000" in answer["text"]
    assert house.engine.turns == []


async def test_nul_inside_a_question_does_not_matter(house):
    answer = await (await house.begin()).ask("tách thửa\0 cần gì")
    assert answer["outcome"] == "answered"
    assert "\0" not in house.engine.texts[0]


async def test_engine_commands_and_markup_reach_the_engine_as_text(house):
    talk = await house.begin()
    for text in ("/restart", '/give_proof{"proof_token":"x"}', "<script>alert(1)</script>"):
        await talk.ask(text)
    assert len(house.engine.texts) == len(house.engine.turns) == 3


async def test_too_long_a_queue_is_admitted_at_once(idle_house):
    idle_house.settings = idle_house.settings.model_copy(update={"longest_queue": 3})
    idle_house.engine.delay = 1.0
    async with idle_house.running() as house:
        talks = [await house.begin() for _ in range(5)]
        began = time.monotonic()
        answers = [await talk.send("chào") for talk in talks]
        assert [answer.status_code for answer in answers] == [202, 202, 202, 503, 503]
        assert answers[-1].json()["outcome"] == "error_overloaded"
        assert time.monotonic() - began < 1.0


async def test_one_conversation_cannot_fill_the_queue_alone(house):
    house.engine.delay = 1.0
    talk = await house.begin()
    answers = [(await talk.send("chào")).status_code for _ in range(25)]
    assert answers.count(503) >= 4
    assert (await (await house.begin()).send("chào")).status_code == 202


async def test_a_long_poll_ends_as_soon_as_something_is_said(house):
    house.engine.delay = 0.3
    talk = await house.begin()
    await talk.send("chào")
    await talk.news()
    began = time.monotonic()
    talk.seen += 1
    assert (await talk.news(wait=10))["messages"][0]["text"] == "heard chào"
    assert time.monotonic() - began < 2


async def test_replaying_from_any_number_gives_the_same_messages(house):
    talk = await house.begin()
    for text in ("một", "hai", "ba"):
        await talk.ask(text)
    everything = (await talk.news(after=0))["messages"]
    assert [message["seq"] for message in everything] == list(range(1, 8))
    assert (await talk.news(after=3))["messages"] == everything[3:]
