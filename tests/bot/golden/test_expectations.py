"""Every expectation holds for the answer that it describes and for no other."""

import pytest

from bot.golden.conversation import Turn
from bot.golden.expectations import EXPECTED, Memory, missed

ANSWER = {
    "text": "Lệ phí: 10.000 đồng.", "outcome": "answered", "procedures": ["1.1", "1.2"], "facet": "fee",
    "dossier_codes": [], "intent": "ask_fee",
}  # fmt: skip
PAIRS = {
    "outcome": ("answered", "smalltalk"),
    "outcome_not": ("smalltalk", "answered"),
    "shows": ("1.1", "1.2"),
    "shows_choice": (2, 1),
    "offers": (["1.2"], ["1.3"]),
    "procedures": (["1.1", "1.2"], ["1.1"]),
    "facet": ("fee", "time"),
    "dossier_codes": ([], ["H26.19-250701-0012"]),
    "says": (["10.000"], ["10.000", "ngày"]),
    "never": (["ngày"], ["10.000"]),
    "not_intent": ("greet", "ask_fee"),
    "same_as": ("fee", "time"),
}


def memory():
    return Memory(["1.9", "1.1"], {"fee": ANSWER["text"], "time": "12 ngày"})


def test_every_expectation_is_tried():
    assert set(PAIRS) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_it_holds_for_what_it_describes(name):
    assert missed(Turn("phí?", {name: PAIRS[name][0]}), ANSWER, memory()) == []


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_missed_by_another(name):
    (miss,) = missed(Turn("phí?", {name: PAIRS[name][1]}), ANSWER, memory())
    assert (miss.name, miss.wanted) == (name, PAIRS[name][1])


def test_several_outcomes_may_be_right():
    assert missed(Turn("phí?", {"outcome": ["smalltalk", "answered"]}), ANSWER, Memory()) == []


def test_a_choice_that_was_not_offered_is_never_shown():
    nothing = {**ANSWER, "procedures": []}
    assert missed(Turn("2", {"shows_choice": 2}), nothing, Memory([]))


def test_silence_is_always_a_miss():
    silent = {**ANSWER, "text": " "}
    assert [miss.name for miss in missed(Turn("phí?", {"outcome": "answered"}), silent, Memory())] == ["text"]


def test_what_later_turns_look_back_on_is_kept():
    kept = Memory()
    missed(Turn("phí?", {"outcome": "answered"}, remember="fee"), ANSWER, kept)
    assert (kept.offered, kept.texts) == (["1.1", "1.2"], {"fee": ANSWER["text"]})
