"""Holding conversations, the shares of what went as written, and the page of what did not."""

import asyncio

import pytest

from bot.golden.conversation import Conversation, Turn
from bot.golden.held import hold, lines_missed, meddling
from bot.golden.measured import as_data, measured, share
from bot.golden.page import page

TALK = Conversation(
    "Fee", "ellipsis", (Turn("tách thửa", {"shows": "1.1"}, 3), Turn("phí?", {"facet": "fee"}, 4)), "a.yml"
)


def answer(facet):
    return {
        "text": f"<b>{facet}</b>", "outcome": "answered", "procedures": ["1.1"], "facet": facet,
        "dossier_codes": [], "intent": None,
    }  # fmt: skip


def held(*facets):
    told = iter(facets)

    async def ask(_):
        return answer(next(told))

    return asyncio.run(hold(TALK, ask))


def test_a_conversation_is_held_to_its_end_whatever_was_missed():
    missed_one, whole = held("summary", "time"), held("summary", "fee")
    assert (missed_one.is_as_written, whole.is_as_written) == (False, True)
    assert lines_missed([missed_one, whole]) == ["a.yml:4: 'phí?': facet: wanted 'fee', came 'time'"]


def test_turns_and_whole_conversations_are_counted_by_topic():
    told = measured([held("summary", "time"), held("summary", "fee")])
    assert (told.turns.right, told.turns.count) == (3, 4)
    assert (told.conversations.right, told.conversations.count) == (1, 2)
    assert list(told.topics) == ["ellipsis"]


@pytest.mark.parametrize(
    ("right", "count", "low", "high"), [(10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763)]
)
def test_the_interval_is_wilsons(right, count, low, high):
    told = share(right, count)
    assert (told.low, told.high) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_of_nothing_anything_is_possible():
    assert (share(0, 0).low, share(0, 0).high) == (0.0, 1.0)


def test_the_page_shows_a_failure_in_its_whole_conversation_and_as_text():
    held_ones = [held("summary", "time"), held("summary", "fee")]
    html = page(measured(held_ones), held_ones, {"Restart": "the tests hold it"})
    assert html.count("<h2>") == 1
    assert html.count('class="missed"') == 1
    assert "&lt;b&gt;time&lt;/b&gt;" in html
    assert "facet: fee ✗" in html
    assert "Restart: the tests hold it" in html
    assert "<script" not in html


def test_the_data_hold_every_turn():
    one = held("summary", "time")
    data = as_data(measured([one]), [one], {})
    (talk,) = data["held"]
    assert [turn["said"] for turn in talk["turns"]] == ["tách thửa", "phí?"]
    assert talk["turns"][1]["misses"] == [{"name": "facet", "wanted": "fee", "came": "time"}]


def test_what_restarts_a_part_is_left_to_the_tests():
    restarting = Conversation("r", "t", (Turn("phí?", {"facet": "fee"}, before="restart_engine"),), "a.yml")
    assert meddling(restarting)
    assert not meddling(TALK)
