"""Old wards in answers: what each has become, asked where it was divided, with the source and nothing invented."""

from dataclasses import replace
from datetime import date

import pytest

from actions.answer_procedure import ActionAnswerProcedure
from knowledge_base.gazetteer.gazetteer import Gazetteer
from tests.actions.desk import run, services
from tests.actions.made_up import BIRTH, LEASE, SPLIT
from tests.actions.word_search import WordSearch
from tests.knowledge_base.gazetteer.made_up import FORMER

SOURCE = "vietnamadminunits 1.0.4, bản ngày 23/08/2025"
CASES_IN_COMMUNES = replace(LEASE, levels=("Cấp xã",))


class Resident:
    """Asks from somewhere in Hà Nội; the slots go round as with the engine."""

    def __init__(self, *procedures, gazetteer=None, **changed):
        known = gazetteer or Gazetteer(FORMER, "Hà Nội")
        given = services(*procedures, search=WordSearch())
        self._action = ActionAnswerProcedure(replace(given, gazetteer=known, **changed))
        self.slots = {}

    def asks(self, text, intent="ask_place"):
        said = run(self._action, text, intent, slots=self.slots)
        self.slots = said.slots
        return said


@pytest.fixture
def resident():
    return Resident(SPLIT, BIRTH, CASES_IN_COMMUNES)


def test_an_old_ward_with_one_successor_is_named_with_its_office_its_day_and_its_source(resident):
    said = resident.asks("tôi ở xã Đông La huyện Hoài Đức thì khai sinh nộp ở đâu").text
    assert "Từ 01/07/2025, xã Đông La (huyện Hoài Đức cũ) thuộc xã An Khánh, Hà Nội." in said
    assert "Cơ quan cấp xã ở đó là Ủy ban nhân dân xã An Khánh." in said
    assert SOURCE in said
    assert "Cơ quan thực hiện: Ủy ban nhân dân cấp xã." in said


def test_a_divided_ward_is_asked_about_and_what_does_not_depend_on_it_is_told(resident):
    said = resident.asks("nhà ở phường Cống Vị, khai sinh nộp ở đâu")
    assert "được chia vào phường Ngọc Hà và phường Giảng Võ, Hà Nội." in said.text
    assert "Địa chỉ của bạn nay thuộc nơi nào trong đó?" in said.text
    assert "Cơ quan thực hiện: Ủy ban nhân dân cấp xã." in said.text
    assert "Cơ quan cấp xã ở đó" not in said.text
    assert said.outcome == "answered"


def test_the_answer_names_one_of_those_asked_about(resident):
    resident.asks("nhà ở phường Cống Vị, khai sinh nộp ở đâu")
    for text in ("phường Ngọc Hà", "ngoc ha", "dạ phường Ngọc Hà ạ"):
        said = Resident.asks(resident, text).text
        assert "Hiện nay phường Ngọc Hà là đơn vị hành chính cấp xã của Hà Nội." in said
        assert "Cơ quan cấp xã ở đó là Ủy ban nhân dân phường Ngọc Hà." in said
        resident.asks("nhà ở phường Cống Vị, khai sinh nộp ở đâu")


def test_a_question_between_is_answered_as_ever(resident):
    resident.asks("nhà ở phường Cống Vị, khai sinh nộp ở đâu")
    said = resident.asks("thế còn phí bao nhiêu", "ask_fee")
    assert said.custom["facets"] == ["fee"]
    assert resident.slots["choice_kind"] is None


def test_a_place_told_after_the_answer_is_looked_up_for_the_same_procedure(resident):
    resident.asks("khai sinh nộp ở đâu")
    said = resident.asks("tôi ở phường Giảng Võ")
    assert said.response == "utter_located"
    assert "Ủy ban nhân dân phường Giảng Võ" in said.text
    assert resident.slots["procedure"] == BIRTH.code


def test_a_district_of_before_is_gone_and_the_ward_is_asked_for(resident):
    said = resident.asks("nhà ở quận Ba Đình, khai sinh nộp ở đâu").text
    assert "Từ 01/07/2025 không còn quận Ba Đình, Hà Nội; nơi đó nay nằm trong 3 phường, xã." in said
    assert "Bạn viết tên phường, xã của địa chỉ" in said


def test_a_ward_that_is_and_was_is_told_by_its_new_name_too(resident):
    said = resident.asks("tôi ở phường Ngọc Hà, khai sinh nộp ở đâu").text
    assert "được chia vào phường Ba Đình và phường Ngọc Hà" in said
    assert "Nếu bạn viết theo tên mới thì đó là phường Ngọc Hà hiện nay." in said


def test_no_ward_is_spoken_of_where_the_commune_is_no_office(resident):
    said = resident.asks("tôi ở phường Cống Vị, tách thửa nộp ở đâu").text
    assert "không ghi cấp xã" in said
    assert "Cống Vị" not in said


def test_an_office_that_is_not_one_of_each_commune_gets_no_name():
    from_elsewhere = replace(BIRTH, agencies=replace(BIRTH.agencies, executing=("Công an cấp tỉnh",)))
    said = Resident(from_elsewhere).asks("tôi ở phường Giảng Võ, khai sinh nộp ở đâu").text
    assert "Hiện nay phường Giảng Võ" in said
    assert "Cơ quan cấp xã ở đó" not in said


def test_the_police_of_a_commune_are_called_so():
    police = replace(BIRTH, agencies=replace(BIRTH.agencies, executing=("Công an cấp Xã",)))
    said = Resident(police).asks("tôi ở phường Giảng Võ, khai sinh nộp ở đâu").text
    assert "Cơ quan cấp xã ở đó là Công an phường Giảng Võ." in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("phường Cống Vị giờ thuộc phường nào", "được chia vào phường Ngọc Hà và phường Giảng Võ"),
        ("xã Đông La huyện Hoài Đức sáp nhập vào đâu rồi", "thuộc xã An Khánh, Hà Nội"),
        (
            "xã Đông La huyện Đông Hưng nay là xã nào",
            "xã Đông La (huyện Đông Hưng, Thái Bình cũ) thuộc xã Đông Hưng, Hưng Yên",
        ),
        ("huyện Côn Đảo giờ thuộc đâu vậy", "huyện Côn Đảo cũ thuộc đặc khu Côn Đảo, Hồ Chí Minh"),
    ],
)
def test_what_became_of_a_place_is_told_without_a_procedure(resident, text, told):
    said = resident.asks(text)
    assert said.response == "utter_located"
    assert told in said.text
    assert "Cơ quan cấp xã ở đó" not in said.text
    assert SOURCE in said.text


def test_a_place_in_several_provinces_is_asked_about():
    elsewhere = Resident(BIRTH, gazetteer=Gazetteer(FORMER, "Cà Mau"))
    said = elsewhere.asks("xã Đông La giờ thuộc xã nào").text
    assert "Có nhiều nơi tên xã Đông La. Bạn viết thêm tỉnh, thành phố và quận, huyện cũ." in said


def test_a_question_about_a_procedure_is_none_about_a_place(resident):
    said = resident.asks("tôi ở phường Cống Vị, khai sinh thì phường nào làm, nộp ở đâu")
    assert said.custom["procedures"] == [BIRTH.code]


def test_after_its_review_day_the_table_is_said_to_be_old():
    late = Resident(BIRTH, today=lambda: date(2030, 1, 1))
    assert "Dữ liệu này đã quá hạn rà soát (24/05/2027)." in late.asks("phường Cống Vị nay thuộc đâu").text


def test_without_a_table_answers_are_as_ever():
    said = Resident(BIRTH, gazetteer=Gazetteer()).asks("tôi ở phường Cống Vị, khai sinh nộp ở đâu").text
    assert "Cơ quan thực hiện: Ủy ban nhân dân cấp xã." in said
    assert "vietnamadminunits" not in said


def test_the_case_is_asked_and_the_place_told_in_one_answer(resident):
    said = resident.asks("tôi ở phường Giảng Võ, gia hạn thuê rừng cần giấy tờ gì, nộp ở đâu")
    assert said.response == "utter_answer_and_ask_case"
    assert "Hiện nay phường Giảng Võ" in said.text


def test_a_place_is_set_aside_before_the_procedure_is_searched():
    class Told:
        def find(self, query, *, limit=10):
            self.query = query
            return WordSearch().find(query)

    search = Told()
    given = replace(services(BIRTH, search=search), gazetteer=Gazetteer(FORMER, "Hà Nội"))
    run(ActionAnswerProcedure(given), "tôi ở phường Cống Vị, quận Ba Đình, khai sinh nộp ở đâu", "ask_place")
    assert search.query == "tôi , , khai sinh nộp ở đâu"


def test_of_a_message_that_is_nothing_but_a_place_the_words_are_kept(resident):
    assert resident.asks("phường Cống Vị", "ask_procedure").text
