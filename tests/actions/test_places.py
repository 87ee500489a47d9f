"""Where to file: what the record names, else how to find the desk; nothing from memory."""

from dataclasses import replace

from actions.places import online, places
from tests.actions.desk import style
from tests.actions.made_up import SPLIT, mode, working_days


def test_without_an_address_the_agency_and_the_way_to_the_desk_are_told():
    said = places(SPLIT, style())
    assert "không ghi địa chỉ" in said
    assert "Văn phòng đăng ký đất đai" in said
    assert "Trung tâm Phục vụ hành chính công" in said


def test_an_address_of_the_record_is_told():
    said = places(replace(SPLIT, receiving_address="Công an cấp xã"), style())
    assert "Nơi tiếp nhận ghi trong hồ sơ công bố: Công an cấp xã" in said
    assert "không ghi địa chỉ" not in said


def test_online_is_answered_by_the_ways_of_filing():
    assert online(SPLIT, style()).startswith("Có.")
    only_in_person = replace(SPLIT, modes=(mode("direct", working_days(3)),))
    assert "không có hình thức nộp trực tuyến" in online(only_in_person, style())
