"""Which sides of a procedure a text asks for."""

import pytest

from actions.phrases import Phrases
from actions.sides import read_sides
from knowledge_base.vietnamese.canonical import canonical

SAY = Phrases.load()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("nộp ở xã luôn được không", ("place",)),
        ("gửi qua bưu điện được không", ("place",)),
        ("nộp trực tiếp được không", ("place",)),
        ("nộp online được không", ("online",)),
        ("tạm trú làm online ở đâu", ("online",)),
        ("mẫu CT02 lấy ở đâu", ("forms",)),
        ("mẫu đơn này nộp ở đâu", ("place",)),
        ("giấy tờ xe máy nộp ở đâu", ("place",)),
        ("hồ sơ đất bao lâu có", ("time",)),
        ("cần giấy tờ gì, phí bao nhiêu", ("documents", "fee")),
        ("giấy tờ, lệ phí", ("documents", "fee")),
        ("xin giao đất có thu tiền sử dụng đất", ()),
        ("tách thửa", ()),
        ("xem hết giấy tờ", ("all_documents",)),
        ("cháy nhà mất hết giấy tờ", ()),
        ("nộp ở mô", ("place",)),
        ("lấy giấy ở chỗ mô", ("place",)),
        ("nop o mo", ("place",)),
        ("làm ở xã hay sở", ("place",)),
        ("nop xa hay so", ("place",)),
        ("nộp sở mô", ("place",)),
        ("tốn mấy đồng", ("fee",)),
        ("có mất đồng mô không", ("fee",)),
        ("bữa mô có", ("time",)),
        ("hồ sơ gồm chi", ("documents",)),
        ("mở chi nhánh thì răng", ()),
    ],
)
def test_the_words_around_decide(text, named):
    assert read_sides(canonical(text), SAY).named == named


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("tiền trợ cấp nhận được bao nhiêu", "benefit"),
        ("giấy này có giá trị bao lâu", "validity"),
        ("làm trễ có bị phạt không", "penalty"),
        ("diện tích tối thiểu bao nhiêu", "area"),
        ("quá 3 tháng thì còn làm được không", "deadline"),
        ("xe điện có phải đăng ký biển số không", "obligation"),
    ],
)
def test_what_no_record_has_a_part_for_is_no_fee_and_no_time(text, matter):
    sides = read_sides(text, SAY)
    assert (sides.named, sides.unsaid) == ((), matter)
