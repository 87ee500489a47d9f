""" "Quay lại": back to what was talked about before the last switch."""

import pytest

from actions.conversation import goes_back
from actions.earlier import AT_MOST, SLOT, Earlier, read_earlier, stacked
from actions.phrases import Phrases
from tests.actions.made_up import PROCEDURES

SPLIT_CODE, BIRTH_CODE, *_ = (procedure.code for procedure in PROCEDURES)
SAY = Phrases.load()


@pytest.fixture
def asker(citizen):
    """Somebody who was told about splitting a parcel, then about a birth."""
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    citizen.asks("khai sinh bao lâu", "ask_time")
    return citizen


@pytest.mark.parametrize(
    "text",
    [
        "quay lại",
        "quay lai",
        "quay lại cái trước đi",
        "quay lại chuyện hồi nãy",
        "cho em trở lại câu lúc nãy với",
    ],
)
def test_it_is_understood_whatever_the_engine_takes_it_for(asker, text):
    said = asker.asks(text, "restart_conversation", 0.99)
    assert (said.response, said.custom["procedures"]) == ("utter_resumed", [SPLIT_CODE])
    assert asker.asks("phí?", "ask_fee").custom["procedures"] == [SPLIT_CODE]


def test_a_side_may_be_asked_for_at_once(asker):
    said = asker.asks("quay lại cái lúc nãy, phí bao nhiêu", "ask_fee")
    assert (said.custom["procedures"], said.custom["facets"]) == ([SPLIT_CODE], ["fee"])


def test_each_time_it_goes_further_back_and_then_stays(asker):
    asker.asks("thuê rừng", "ask_procedure")
    back = [asker.asks("quay lại").custom["procedures"] for _ in range(3)]
    assert back == [[BIRTH_CODE], [SPLIT_CODE], [SPLIT_CODE]]


def test_it_goes_back_to_the_choices_that_were_open(citizen):
    offered = citizen.asks("sổ đỏ lần đầu").custom["procedures"]
    assert citizen.asks("2", "choose_option").custom["procedures"] == offered[1:]
    said = citizen.asks("chọn nhầm rồi, quay lại danh sách đi")
    assert (said.response, said.custom["procedures"]) == ("utter_ask_choice", offered)
    assert citizen.asks("1", "choose_option").custom["procedures"] == offered[:1]


def test_what_it_goes_back_to_may_be_named(asker):
    asker.asks("thuê rừng", "ask_procedure")
    said = asker.asks("quay lại cái thửa đất, phí bao nhiêu", "ask_fee")
    assert (said.custom["procedures"], said.custom["facets"]) == ([SPLIT_CODE], ["fee"])


def test_with_nothing_before_it_is_asked_which_procedure(citizen):
    assert citizen.asks("quay lại").response == "utter_ask_procedure"


def test_starting_over_leaves_nothing_to_go_back_to(asker):
    asker.asks("làm lại từ đầu", "restart_conversation", 0.99)
    assert asker.asks("quay lại").response == "utter_ask_procedure"


@pytest.mark.parametrize(
    "text", ["quay lại từ đầu", "quay lại chuyện tách thửa, lệ phí sao", "trở lại quốc tịch việt nam", "phí?"]
)
def test_what_names_something_or_starts_over_is_no_way_back(text):
    assert not goes_back(text, SAY)


def test_who_asks_what_it_was_about_is_told(asker):
    said = asker.asks("lúc nãy mình hỏi gì ấy nhỉ", "greet", 0.9)
    assert said.response == "utter_ask_next"
    assert "khai sinh" in said.text


def test_another_side_of_the_same_is_no_switch():
    before = {"procedure": "1.1", "facets": ["fee"]}
    assert stacked(before, before | {"facets": ["time"]}) is None


def test_a_dossier_in_between_is_one():
    before = {"procedure": "1.1", "subject": "procedure"}
    (entry,) = read_earlier(stacked(before, before | {"subject": "dossier"}))
    assert entry == Earlier("1.1")


def test_the_oldest_are_forgotten():
    slots = {}
    for number in range(9):
        after = {**slots, "procedure": f"1.{number}"}
        slots = {**after, SLOT: stacked(slots, after)}
    assert [entry["procedure"] for entry in slots[SLOT]] == [f"1.{n}" for n in range(8 - AT_MOST, 8)]
