"""Texts that are all but the same are named: across intents, and between examples and the held-out twin."""

from __future__ import annotations

from bot.checks.near_duplicates import near_duplicates
from bot.checks.said import Said, SaidFile


def file(intent: str, *texts: str, folder: str = "nlu_data") -> SaidFile:
    name = f"{folder}/{intent}.yml"
    said = tuple(Said(text, name, number) for number, text in enumerate(texts, 2))
    return SaidFile(name, intent, intent, 1, said)


def found(trained: list[SaidFile], twins: list[SaidFile]) -> list[tuple[str, int]]:
    return [(finding.file, finding.line) for finding in near_duplicates(trained, twins)]


def test_two_intents_with_all_but_the_same_text() -> None:
    fee = file("ask_fee", "làm hộ chiếu cho con hết bao nhiêu vậy")
    time = file("ask_time", "tách thửa mất mấy ngày", "lam ho chieu cho con het bao nhieu vay bạn")
    assert found([fee, time], []) == [("nlu_data/ask_time.yml", 3)]


def test_within_an_intent_texts_may_be_alike() -> None:
    assert (
        found([file("ask_fee", "hộ chiếu hết bao nhiêu tiền", "hộ chiếu hết bao nhiêu tiền vậy")], []) == []
    )


def test_an_example_that_the_twin_asks_with_another_little_word() -> None:
    trained, twin = (
        file("ask_fee", "hộ chiếu hết bao nhiêu tiền"),
        file("ask_fee", "hộ chiếu hết bao nhiêu tiền ạ", folder="tests"),
    )
    assert found([trained], [twin]) == [("tests/ask_fee.yml", 2)]


def test_short_texts_and_texts_that_differ_by_what_decides_are_none() -> None:
    places = [file("ask_place", "nộp ở đâu"), file("ask_forms", "tải ở đâu")]
    sides = [file("ask_fee", "tách thửa hết bao nhiêu"), file("ask_time", "tách thửa mất bao lâu")]
    assert found([*places, *sides], []) == []
