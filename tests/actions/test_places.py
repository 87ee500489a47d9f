"""Where to file: what the record names and nothing else, level and ways of filing told plainly."""

from dataclasses import replace

import pytest

from actions.places import online, place_in_short, places
from knowledge_base.procedure import Agencies, Step
from tests.actions.desk import style
from tests.actions.made_up import SPLIT, mode, working_days


def described(name, text):
    return mode(name, working_days(3), description=text)


def test_without_an_address_the_agency_and_the_step_that_leads_there_are_told():
    said = places(SPLIT, style())
    assert "Cơ quan thực hiện: Văn phòng đăng ký đất đai." in said
    assert "Theo phần Trình tự thực hiện: Bạn nộp hồ sơ tại Trung tâm Phục vụ hành chính công." in said
    assert "không ghi địa chỉ" in said


def test_no_office_is_named_that_the_record_does_not_name():
    police = replace(SPLIT, agencies=Agencies(("Công an cấp tỉnh",), (), ()), steps=())
    said = places(police, style())
    assert "Công an cấp tỉnh" in said
    assert "Trung tâm Phục vụ hành chính công" not in said
    assert "một cửa" not in said.lower()


def test_the_levels_of_the_record_tell_whether_the_commune_is_one():
    assert "cấp tỉnh; không ghi cấp xã." in places(SPLIT, style())
    communal = places(replace(SPLIT, levels=("Cấp tỉnh", "Cấp Xã")), style())
    assert "ghi trong hồ sơ công bố: cấp tỉnh, cấp Xã." in communal
    assert "không ghi cấp xã" not in communal


def test_an_office_of_a_commune_among_the_agencies_is_not_denied():
    communal = replace(SPLIT, agencies=Agencies(("Ủy ban nhân dân cấp xã",), (), ()))
    assert "không ghi cấp xã" not in places(communal, style())


@pytest.mark.parametrize(
    ("agency", "is_said"),
    [("Bảo hiểm xã hội cấp huyện", True), ("Chi cục Hải quan", False), ("Cơ quan quản lý", False)],
)
def test_an_office_of_a_district_is_said_to_be_no_more(agency, is_said):
    of_district = replace(SPLIT, agencies=Agencies((agency,), (), ()))
    assert ("không còn đơn vị hành chính cấp huyện" in places(of_district, style())) == is_said
    assert ("không còn đơn vị hành chính cấp huyện" in place_in_short(of_district, style())) == is_said


def test_who_decides_is_told_where_it_is_somebody_else():
    decided = replace(SPLIT, agencies=Agencies(("Công an cấp tỉnh",), ("Cục A",), ()))
    assert "Cơ quan có thẩm quyền: Cục A." in places(decided, style())


def test_ways_of_filing_are_told_also_those_that_the_record_does_not_have():
    assert "Cách nộp ghi trong hồ sơ công bố: trực tuyến, bưu chính, trực tiếp." in places(SPLIT, style())
    only_in_person = replace(SPLIT, modes=(mode("direct", working_days(3)),))
    assert "Không ghi cách nộp: trực tuyến, bưu chính." in places(only_in_person, style())


def test_a_description_that_tells_a_place_is_told_once_for_all_its_ways():
    text = "Nộp tại trụ sở Cục A. Thời hạn 5 ngày làm việc."
    ways = replace(SPLIT, modes=(described("direct", text), described("postal", text)))
    assert places(ways, style()).count("- Trực tiếp, Bưu chính: Nộp tại trụ sở Cục A\n") == 1


def test_a_description_that_tells_a_fee_or_a_deadline_is_no_place():
    texts = ("Tại xã: 10.000 đồng/bản", "Trong 5 ngày làm việc tại cơ quan", "Lệ phí nộp tại quầy")
    for text in texts:
        assert text[:12] not in places(replace(SPLIT, modes=(described("direct", text),)), style())


def test_of_the_steps_the_one_that_says_where_is_quoted():
    steps = (
        Step("Bước 1. Nộp hồ sơ", "Trình tự thực hiện"),
        Step("Người dân nộp hồ sơ tại Sở Y tế.", "Trình tự thực hiện"),
    )
    assert "Theo phần Trình tự thực hiện: Người dân nộp hồ sơ tại Sở Y tế." in places(
        replace(SPLIT, steps=steps), style()
    )


def test_an_address_of_the_record_is_told():
    said = places(replace(SPLIT, receiving_address="Công an cấp xã"), style())
    assert "Nơi tiếp nhận ghi trong hồ sơ công bố: Công an cấp xã" in said
    assert "không ghi địa chỉ" not in said


def test_a_record_without_executing_agencies_names_those_that_decide():
    assert "Bộ A" in place_in_short(replace(SPLIT, agencies=Agencies((), ("Bộ A",), ())), style())


def test_online_is_answered_by_the_ways_of_filing_and_names_the_others():
    said = online(SPLIT, style())
    assert said.startswith("Có.")
    assert "Cách nộp khác ghi trong hồ sơ công bố: bưu chính, trực tiếp." in said
    only_in_person = replace(SPLIT, modes=(mode("direct", working_days(3)),))
    assert "không có hình thức nộp trực tuyến" in online(only_in_person, style())
    only_online = replace(SPLIT, modes=(mode("online", working_days(3)),))
    assert "không ghi cách nộp nào khác" in online(only_online, style())


@pytest.mark.parametrize(
    "text",
    ["Cơ quan liên quan đến thủ tục không được đòi thêm giấy tờ", "Trường hợp cho thuê đất qua đấu giá"],
)
def test_words_that_lead_nowhere_tell_no_place(text):
    assert text not in places(replace(SPLIT, modes=(described("direct", text),)), style())


def test_a_step_of_the_office_does_not_say_where_to_file():
    steps = (
        Step("Người dân gửi 01 bộ hồ sơ đến Sở Y tế.", "Trình tự thực hiện"),
        Step("Hướng dẫn người nộp hồ sơ bổ sung tại nơi tiếp nhận.", "Trình tự thực hiện"),
    )
    said = places(replace(SPLIT, steps=steps[::-1]), style())
    assert "Theo phần Trình tự thực hiện: Người dân gửi 01 bộ hồ sơ đến Sở Y tế." in said
    assert "Hướng dẫn người nộp" not in said


def test_online_times_of_several_cases_are_all_told():
    rows = (
        mode("online", working_days(198), description="Trường hợp thu hẹp: nộp trên Cổng."),
        mode("online", working_days(5), description="Trường hợp đổi tên: nộp trên Cổng."),
    )
    said = online(replace(SPLIT, modes=rows), style())
    assert "- Trường hợp thu hẹp: 198 ngày làm việc\n- Trường hợp đổi tên: 5 ngày làm việc" in said
