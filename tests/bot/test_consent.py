"""Consent by purpose: receipts, what is kept under it, what a withdrawal erases, and that nobody is asked twice."""

import hashlib

import pytest
import yaml

from bot.privacy.notice import FILE, Notices
from bot.privacy.purpose import Purpose
from office.settings import Settings

pytestmark = pytest.mark.anyio

RECEIPTS = "SELECT purpose, agreed, notice, ended_at IS NULL FROM bot.consent ORDER BY id"


async def put(house, talk, **wanted):
    return await house.http.put("/api/consent", headers=talk.headers, json=wanted)


async def test_nothing_is_agreed_to_by_default(house):
    talk = await house.begin()
    found = await house.http.get("/api/consent", headers=talk.headers)
    assert found.json() == {"keep_transcript": False, "review": False, "training": False}
    await talk.ask("một")
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]


async def test_the_old_name_is_the_purpose_review(house):
    talk = await house.begin()
    answer = await put(house, talk, keep_transcript=True)
    assert (answer.status_code, answer.json()["keep_transcript"], answer.json()["review"]) == (
        200,
        True,
        True,
    )
    assert house.rows(RECEIPTS) == [("review", True, "review-1", True)]


async def test_a_receipt_proves_the_very_text_that_was_shown(house):
    talk = await house.begin()
    await put(house, talk, training=True)
    shown = Notices.of(house.settings).by_purpose[Purpose.TRAINING]
    page = (await house.http.get("/")).text
    assert shown.text in page
    ((kept,),) = house.rows("SELECT notice_digest FROM bot.consent")
    assert bytes(kept) == hashlib.sha256(shown.text.encode()).digest()


@pytest.mark.parametrize(
    ("wanted", "purposes", "message_kept"),
    [
        ({"review": True}, ["review"], True),
        ({"training": True}, ["training"], False),
        ({"review": True, "training": True}, ["review", "training"], True),
    ],
)
async def test_a_turn_is_kept_for_the_purposes_agreed_to_and_no_other(house, wanted, purposes, message_kept):
    talk = await house.begin()
    await put(house, talk, **wanted)
    await talk.ask("tách thửa")
    assert house.rows("SELECT purposes FROM bot.turn") == [(purposes,)]
    kept = house.rows("SELECT text IS NOT NULL FROM bot.message WHERE author = 'citizen'")
    assert kept == [(message_kept,)]


async def test_withdrawing_one_purpose_leaves_what_is_kept_for_the_other(house):
    talk = await house.begin()
    await put(house, talk, review=True)
    await talk.ask("một")
    await put(house, talk, training=True)
    await talk.ask("hai")
    await put(house, talk, review=False)
    assert house.rows("SELECT masked_text, purposes FROM bot.turn") == [("hai", ["training"])]
    assert house.rows("SELECT count(*) FROM bot.message WHERE author = 'citizen' AND text IS NOT NULL") == [
        (0,)
    ]
    await put(house, talk, training=False)
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]


async def test_every_answer_has_its_receipt_and_the_same_answer_none_again(house):
    talk = await house.begin()
    for agreed in (False, True, True, False):
        await put(house, talk, review=agreed)
    assert house.rows(RECEIPTS) == [
        ("review", False, "review-1", False),
        ("review", True, "review-1", False),
        ("review", False, "review-1", True),
    ]


async def test_an_answer_to_a_text_that_has_changed_since_is_not_taken(house):
    talk = await house.begin()
    refused = await put(house, talk, review=True, notice="review-0")
    assert (refused.status_code, refused.json()["error"]) == (412, "notice_changed")
    assert house.rows(RECEIPTS) == []
    assert (await put(house, talk, review=True, notice="review-1")).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"notice": "review-1"},
        {"review": None},
        {"review": True, "keep_transcript": False},
        {"sale": True},
    ],
)
async def test_what_names_no_purpose_is_turned_down(house, body):
    talk = await house.begin()
    assert (await put(house, talk, **body)).status_code == 422
    assert house.rows(RECEIPTS) == []


async def test_the_page_hears_of_a_change(house):
    talk = await house.begin()
    assert (await talk.news())["consent"] == {"review": False, "training": False}
    await put(house, talk, training=True)
    assert (await talk.news())["consent"] == {"review": False, "training": True}


async def test_a_text_channel_asks_once_beside_the_answer(house):
    first, second = [(await house.ask("một", conversation="k")).json() for _ in range(2)]
    assert first["notice"] == Notices.of(house.settings).in_words
    assert first["notice"] not in first["text"]
    assert "notice" not in second


async def test_who_has_answered_is_not_asked(house):
    for consent in (True, False):
        answer = (await house.ask("một", conversation=str(consent), consent=consent)).json()
        assert "notice" not in answer


async def test_nobody_is_asked_where_the_conversation_cannot_go_on(house):
    assert "notice" not in (await house.ask("một")).json()


async def test_a_question_that_says_nothing_of_consent_leaves_it_as_it_is(house):
    await house.ask("một", conversation="k", consent=True)
    await house.ask("hai", conversation="k")
    assert house.rows("SELECT masked_text FROM bot.turn ORDER BY seq") == [("một",), ("hai",)]


async def test_versions_are_never_given_twice():
    notices = yaml.safe_load(FILE.read_text("utf-8"))["notices"]
    versions = [notice["version"] for purpose in notices.values() for notice in purpose]
    assert len(versions) == len(set(versions))
    assert set(notices) == set(Purpose)


async def test_the_notice_says_the_period_of_the_settings():
    for notice in Notices.of(Settings(transcript_days=30)).by_purpose.values():
        assert "30 ngày" in notice.text
