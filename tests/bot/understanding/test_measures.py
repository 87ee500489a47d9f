"""What is told of texts that were read."""

from __future__ import annotations

import pytest

from bot.understanding.folds import folds
from bot.understanding.labelled import Entity, Labelled
from bot.understanding.measures import entity_rightness, macro_f1, rightness
from bot.understanding.predicted import Predicted
from bot.understanding.scope import FALLBACK, scope


def test_a_refused_text_is_right_by_its_likeliest_intent_and_wrong_as_decided() -> None:
    told = rightness(["a", "b"], [Predicted("a", "a", 0.9), Predicted(FALLBACK, "b", 0.2)])
    assert (told.accuracy.value, told.decided.value) == (1.0, 0.5)


def test_macro_f1_weighs_intents_alike_and_has_an_interval() -> None:
    told = macro_f1(["a", "a", "a", "b"], ["a", "a", "a", "a"])
    assert told.value == pytest.approx((6 / 7 + 0) / 2)
    assert told.low <= told.value <= told.high
    assert macro_f1(["a", "b"], ["a", "c"]).value == 0.5
    assert macro_f1([], []).count == 0


def test_the_same_texts_get_the_same_interval() -> None:
    wanted, read = ["a", "b", "a", "b"] * 5, ["a", "b", "b", "b"] * 5
    assert macro_f1(wanted, read) == macro_f1(wanted, read)


def test_an_entity_is_right_by_value_or_by_place_and_each_label_is_met_once() -> None:
    wanted = [[Entity("code", "H26"), Entity("date", "mai", 4, 7)], []]
    read = [[Entity("code", "h26"), Entity("code", "H26"), Entity("date", "2026-11-26", 4, 7)], []]
    told = entity_rightness(wanted, read)
    assert (told["code"].precision, told["code"].recall) == (0.5, 1.0)
    assert told["date"].f1.value == 1.0


def test_with_kinds_alone_values_do_not_count() -> None:
    wanted, read = [[Entity("code", "H26")]], [[Entity("code", "H27")]]
    assert entity_rightness(wanted, read)["code"].f1.value == 0.0
    assert entity_rightness(wanted, read, kinds_only=True)["code"].f1.value == 1.0


def test_false_answers_and_refusals_are_told_at_each_limit() -> None:
    told = scope(
        ["a", "a", "out_of_scope_x", "out_of_scope_x"],
        [
            Predicted("a", "a", 0.9),
            Predicted(FALLBACK, "a", 0.3),
            Predicted("a", "a", 0.6),
            Predicted("out_of_scope_y", "out_of_scope_y", 0.9),
        ],
    )
    assert (told.refused.value, told.answered.value) == (0.5, 0.5)
    by_limit = {row.limit: (row.refused.value, row.answered.value) for row in told.limits}
    assert (by_limit[0.0], by_limit[0.5], by_limit[0.7]) == ((0, 0.5), (0.5, 0.5), (0.5, 0))


def labelled(*intents: str) -> list[Labelled]:
    return [Labelled(f"text {place}", intent, (), "f", place) for place, intent in enumerate(intents)]


def test_each_text_is_left_out_once_and_intents_are_spread() -> None:
    texts = labelled(*["a"] * 10, *["b"] * 10)
    parts = folds(texts, 5)
    assert sorted(place for _, ask in parts for place in ask) == list(range(20))
    for learn, ask in parts:
        assert not set(learn) & set(ask)
        assert sorted(texts[place].intent for place in ask) == ["a", "a", "b", "b"]
    assert parts == folds(texts, 5)


def test_the_only_text_of_an_intent_is_always_trained_on() -> None:
    assert all(0 in learn and 0 not in ask for learn, ask in folds(labelled("a", "b", "b", "b"), 3))
