"""A person is asked for: once, with hours, wait and summary; and the bot is silent once a person has come."""

import asyncio
from datetime import datetime

import pytest

from bot.deeds import Deeds
from bot.desk_notice import desk_notice
from bot.failures import OFFERED_AT, counted
from bot.handover import Wait
from bot.handovers import NoHandover, NotYours
from office.desk_hours import DeskHours
from office.outcome import Outcome
from office.working_days import VIET_NAM
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

WISH = {"deed": {"name": "handover", "reason": "wish", "summary": ["Thủ tục đang hỏi: Tách thửa"]}}
HOURS = DeskHours.read("08:00-11:30,13:30-17:00")
OPEN, CLOSED = datetime(2026, 11, 25, 9, tzinfo=VIET_NAM), datetime(2026, 11, 27, 20, tzinfo=VIET_NAM)
NONSENSE = said("Chưa hiểu", "unanswerable_out_of_scope")


def hand_over(asked):
    waits = asked["slots"].get("handover") == "waiting"
    return said(
        "Đã ghi nhận",
        "handover_waiting" if waits else "handover_requested",
        custom=WISH,
        slots=asked["slots"],
    )


async def waiting(house, text="cho tôi gặp cán bộ"):
    """Begin a conversation that waits for a person; return it with the handover's number."""
    house.engine.answer = hand_over
    talk = await house.begin()
    await talk.ask(text)
    house.engine.answer = None
    ((number,),) = house.rows("SELECT max(id) FROM bot.handover")
    return talk, number


async def test_who_asks_twice_stands_in_the_queue_once_and_keeps_the_place(house):
    talk, number = await waiting(house)
    house.engine.answer = hand_over
    again = await talk.ask("gặp cán bộ đi mà")
    assert again["outcome"] == "handover_waiting"
    assert house.rows("SELECT id FROM bot.handover WHERE ended_at IS NULL") == [(number,)]


async def test_the_lent_slot_is_not_kept(house):
    talk, _ = await waiting(house)
    await talk.ask("chào")
    assert house.engine.turns[-1]["slots"]["handover"] == "waiting"
    assert house.rows("SELECT slots FROM bot.conversation") == [({},)]


async def test_the_summary_is_masked_and_tells_lines_words_and_outcomes(house):
    talk = await house.begin()
    await talk.ask("tách thửa cần gì")
    house.engine.answer = hand_over
    await talk.ask("cho gặp cán bộ, tôi là Nguyễn Văn An, gọi 0912345678")
    ((reason, summary),) = house.rows("SELECT reason, summary FROM bot.handover")
    assert reason == "wish"
    assert summary["lines"] == ["Thủ tục đang hỏi: Tách thửa"]
    assert summary["words"] == "cho gặp cán bộ, tôi là [name], gọi [phone]"
    assert summary["outcomes"] == ["answered"]


async def test_a_proof_never_reaches_the_summary(house):
    house.engine.answer = hand_over
    talk = await house.begin()
    await talk.ask("hồ sơ H26.19-250701-0012 mã tra cứu K7QM4R2T, cho tôi gặp cán bộ")
    ((summary,),) = house.rows("SELECT summary::text FROM bot.handover")
    assert "K7QM4R2T" not in summary
    assert "token-1" not in summary


async def test_dropping_the_wish_takes_it_back(house):
    talk, _ = await waiting(house)
    house.engine.answer = lambda asked: said("Đã bỏ", "smalltalk", custom={"deed": {"name": "drop_handover"}})
    await talk.ask("thôi không cần gặp cán bộ nữa")
    assert (await talk.news())["state"] == "bot"
    assert house.rows("SELECT count(*) FROM bot.handover WHERE ended_at IS NULL OR summary IS NOT NULL") == [
        (0,)
    ]
    assert house.rows("SELECT count(*) FROM bot.handover_time") == [(0,)]


async def test_while_waiting_the_bot_answers_and_offers_nobody(house):
    talk, _ = await waiting(house)
    house.engine.answer = lambda asked: NONSENSE
    texts = [(await talk.ask(f"xyz {n}"))["text"] for n in range(4)]
    assert texts == ["Chưa hiểu"] * 4


async def test_once_claimed_the_bot_is_silent_to_texts_and_buttons_and_what_was_queued(house):
    house.engine.answer = lambda asked: said(
        "Chọn", buttons=[{"title": "Giấy tờ", "payload": {"intent": "choose"}}]
    )
    talk, number = await house.begin(), None
    button = (await talk.ask("tách thửa"))["buttons"][0]["id"]
    house.engine.answer = hand_over
    await talk.ask("gặp cán bộ")
    ((number,),) = house.rows("SELECT id FROM bot.handover")
    house.engine.answer, house.engine.delay = None, 0.5
    for sending in ({"text": "đang hỏi dở"}, {"text": "câu nữa"}, {"button": button}):
        await talk.send(**sending)
    await asyncio.sleep(0.1)
    await house.parts.handovers.claim(number, "lan")
    await talk.send("tôi đây")
    await talk.send(button=button)
    await asyncio.sleep(1.5)
    news = await talk.news()
    assert news["state"] == "human"
    assert {message["author"] for message in news["messages"]} == {"citizen"}
    assert [m["text"] for m in news["messages"]][-3:] == ["Giấy tờ", "tôi đây", "Giấy tờ"]
    assert house.rows("SELECT count(*) FROM bot.inbox WHERE answered_at IS NULL") == [(0,)]


async def test_the_officer_is_heard_and_the_bot_answers_again_after(house):
    talk, number = await waiting(house)
    await house.parts.handovers.claim(number, "lan")
    await house.parts.handovers.say(number, "lan", "Chào bạn, tôi nghe.")
    (heard,) = await talk.replies()
    assert (heard["author"], heard["text"]) == ("officer", "Chào bạn, tôi nghe.")
    await house.parts.handovers.give_back(number, "lan")
    (back,) = await talk.replies()
    assert (back["author"], back["outcome"]) == ("bot", "smalltalk")
    assert (await talk.ask("chào"))["outcome"] == "answered"
    assert house.rows("SELECT summary, claimed_by FROM bot.handover") == [(None, "lan")]
    assert house.rows("SELECT count(*) FROM bot.handover_time") == [(1,)]


async def test_only_who_took_it_over_speaks_and_returns(house):
    _, number = await waiting(house)
    with pytest.raises(NotYours):
        await house.parts.handovers.say(number, "lan", "chưa nhận")
    await house.parts.handovers.claim(number, "lan")
    await house.parts.handovers.claim(number, "lan")
    for deed in (
        house.parts.handovers.claim(number, "minh"),
        house.parts.handovers.say(number, "minh", "a"),
        house.parts.handovers.give_back(number, "minh"),
    ):
        with pytest.raises(NotYours):
            await deed
    with pytest.raises(NoHandover):
        await house.parts.handovers.claim(number + 1, "lan")


async def test_who_waits_is_listed_in_order_with_the_summary(house):
    _, first = await waiting(house)
    _, second = await waiting(house, "gặp người")
    listed = await house.parts.handovers.open_ones()
    assert [one["id"] for one in listed] == [first, second]
    assert listed[1]["summary"]["words"] == "gặp người"
    assert "conversation" not in listed[0]


async def test_three_failures_in_a_row_offer_a_person_once_and_success_resets(house):
    talk = await house.begin()
    house.engine.answer = lambda asked: NONSENSE
    replies = [await talk.ask(f"xyz {n}") for n in range(5)]
    assert [len(reply["buttons"]) for reply in replies] == [0, 0, 1, 0, 0]
    assert "gặp cán bộ" in replies[2]["text"]
    house.engine.answer = None
    await talk.ask("tách thửa")
    house.engine.answer = lambda asked: NONSENSE
    assert [len((await talk.ask(f"abc {n}"))["buttons"]) for n in range(3)] == [0, 0, 1]
    assert (await talk.news())["state"] == "bot"


async def test_the_turn_after_the_offer_is_told_so_and_its_button_asks_for_a_person(house):
    talk = await house.begin()
    house.engine.answer = lambda asked: NONSENSE
    offer = [await talk.ask(f"xyz {n}") for n in range(3)][-1]
    house.engine.answer = hand_over
    await talk.ask(button=offer["buttons"][0]["id"])
    pressed = house.engine.turns[-1]
    assert pressed["payload"]["intent"] == "request_human"
    assert pressed["slots"]["handover"] == "offered"
    assert house.rows("SELECT failures FROM bot.conversation") == [(0,)]


def test_greetings_and_questions_back_neither_count_nor_reset():
    assert counted(2, Outcome.SMALLTALK) == 2
    assert counted(2, Outcome.CLARIFICATION_PROCEDURE) == 2
    assert counted(OFFERED_AT, Outcome.SMALLTALK) == OFFERED_AT + 1
    assert counted(7, Outcome.STATUS_SHOWN) == 0
    assert counted(2, Outcome.ERROR_ENGINE) == 2


@pytest.mark.parametrize(
    ("hours", "now", "says"),
    [
        (HOURS, OPEN, "đang trong giờ trực: 08:00–11:30, 13:30–17:00"),
        (HOURS, OPEN.replace(hour=12), "từ 13:30 hôm nay"),
        (HOURS, CLOSED, "từ 08:00 ngày 30/11/2026"),
        (DeskHours.read("none"), OPEN, "không có lịch trực"),
    ],
)
async def test_the_notice_says_whether_the_desk_is_open(hours, now, says):
    assert says in desk_notice(hours, now, Wait(0, None))


@pytest.mark.parametrize(
    ("wait", "says"),
    [
        (Wait(0, None), "người đầu tiên"),
        (Wait(0, 1), "người đầu tiên"),
        (Wait(3, None), "Trước bạn còn 3 người. Trợ lý chưa đủ số liệu"),
        (Wait(3, 25), "Trước bạn còn 3 người; ước chừng phải chờ 25 phút"),
    ],
)
async def test_the_notice_says_the_wait_or_that_it_is_not_known(wait, says):
    assert says in desk_notice(HOURS, OPEN, wait)


async def test_the_wait_is_who_stands_before_times_what_was_measured(house):
    await waiting(house)
    second, _ = await waiting(house)
    told = (await second.news(after=0))["messages"][-1]["text"]
    assert "Trước bạn còn 1 người. Trợ lý chưa đủ số liệu" in told
    house.rows("INSERT INTO bot.handover_time SELECT current_date, 600 FROM generate_series(1, 5)")
    third, _ = await waiting(house)
    assert (
        "Trước bạn còn 2 người; ước chừng phải chờ 20 phút"
        in (await third.news(after=0))["messages"][-1]["text"]
    )


async def test_old_notes_of_time_are_erased(house):
    house.rows("INSERT INTO bot.handover_time VALUES (current_date - 91, 60), (current_date - 89, 60)")
    assert await house.parts.handovers.erase_handover_times() == 1


async def test_the_desk_has_a_clock_of_its_own(idle_house):
    idle_house.build()
    assert Deeds(idle_house.settings, idle_house.parts.reporting)._now().tzinfo is VIET_NAM
