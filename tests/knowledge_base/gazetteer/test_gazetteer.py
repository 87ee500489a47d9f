"""Which place a message names: never a guess, never one successor of several."""

import pytest

from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.vietnamese.canonical import canonical
from tests.knowledge_base.gazetteer.made_up import FORMER

GAZETTEER = Gazetteer(FORMER, "Hà Nội")


def read(text, gazetteer=GAZETTEER):
    return [
        (place.title, [now.name for now in place.successors]) for place in gazetteer.read(canonical(text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "tôi ở phường Cống Vị thì nộp ở đâu",
        "toi o phuong cong vi thi nop o dau",
        "P. Cống Vị",
        "p.cong vi nop o dau",
        "phường Cống Vị, quận Ba Đình, Hà Nội",
        "PHƯỜNG CỐNG VỊ",
    ],
)
def test_a_ward_of_before_becomes_all_its_successors(text):
    assert read(text) == [("phường Cống Vị", ["Ngọc Hà", "Giảng Võ"])]


def test_a_ward_that_is_and_was_may_be_either():
    assert read("phường Ngọc Hà") == [("phường Ngọc Hà", ["Ba Đình", "Ngọc Hà"])]
    assert read("phường Giảng Võ") == [("phường Giảng Võ", ["Giảng Võ"])]


def test_of_the_same_name_the_one_at_home_is_meant_unless_another_district_or_province_is_said():
    assert read("xã Đông La") == [("xã Đông La", ["An Khánh"])]
    for said in ("xã Đông La huyện Đông Hưng", "xã Đông La, Đông Hưng", "xã Đông La tỉnh Thái Bình"):
        assert read(said) == [("xã Đông La", ["Đông Hưng"])]
    assert read("xã Đông La ở Hưng Yên") == [("xã Đông La", ["Đông Hưng"])]


def test_elsewhere_everything_of_that_name_is_meant():
    gazetteer = Gazetteer(FORMER, "Cà Mau")
    assert read("xã Đông La", gazetteer) == [("xã Đông La", ["An Khánh", "Đông Hưng"])]


def test_the_kind_that_is_said_counts():
    assert read("phường Tân Tri") == [("phường Tân Tri", ["Tân Tri"])]
    assert read("phường Đông La") == []


def test_a_name_without_its_kind_counts_before_its_district():
    assert read("nhà ở Đông La, Hoài Đức") == [("Đông La", ["An Khánh"])]
    assert read("cong vi ba dinh nop o dau") == [("Cống Vị", ["Ngọc Hà", "Giảng Võ"])]


def test_a_street_that_is_called_like_a_ward_is_none():
    assert read("nhà ở Giảng Võ thì nộp ở đâu") == []
    assert read("44 Cống Vị") == []


def test_a_name_alone_is_an_answer():
    assert read("Giảng Võ") == [("Giảng Võ", ["Giảng Võ"])]
    assert read("dạ ở Cống Vị ạ") == [("Cống Vị", ["Ngọc Hà", "Giảng Võ"])]


def test_a_district_of_before_lies_in_several_communes():
    assert read("quận Ba Đình") == [("quận Ba Đình", ["Ba Đình", "Ngọc Hà", "Giảng Võ"])]
    assert read("nhà ở Ba Đình thì nộp ở đâu") == [("Ba Đình", ["Ba Đình", "Ngọc Hà", "Giảng Võ"])]


def test_an_island_district_without_communes_is_one():
    assert read("huyện Côn Đảo") == [("huyện Côn Đảo", ["Côn Đảo"])]


@pytest.mark.parametrize(
    "text",
    [
        "xã đồng ý bằng văn bản",
        "ra phường 5 người",
        "hợp tác xã Đông La",
        "mang nha o thanh cong ty moi",
        "xa tan tri",
        "đăng ký khai sinh ở đâu",
        "tôi ở Hà Nội",
        "lên xã hỏi rồi",
        "",
        "🙂 \u200b",
    ],
)
def test_ordinary_words_name_no_place(text):
    assert read(text) == []


def test_a_number_counts_with_its_district():
    for said in ("phường 5 quận 8", "P.05, Q.8", "phường 5, quận 8, TPHCM"):
        assert read(said) == [("phường 5", ["Chánh Hưng"])]


def test_a_ward_together_with_a_district_that_had_none_of_that_name_is_unknown():
    assert read("xã Đông La huyện Bắc Sơn") == []


def test_the_home_province_is_a_setting():
    assert read("xã tan tri", Gazetteer(FORMER, "Lạng Sơn")) == [("xã Tân Tri", ["Tân Tri"])]
    assert read("xa tan tri", Gazetteer(FORMER, "Lạng Sơn")) == [("xã Tân Tri", ["Tân Tri"])]


def test_a_message_of_nothing_but_places_takes_no_longer_than_another():
    assert len(GAZETTEER.read("phường 5 quận 8 " * 200)) == 6


def test_without_a_table_no_place_is_known():
    assert read("phường Cống Vị", Gazetteer()) == []
