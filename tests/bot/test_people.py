"""Names after an introduction and street addresses are left out of what is kept; procedures' own words stay."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.masking.mask import labelled
from bot.masking.people import people
from bot.masking.spans import Span
from tests.bot.test_masking import read_line

KEPT_FROM_THE_TRANSCRIPT = [
    "tôi tên ⟦Nguyễn Văn Lan⟧",
    "em là ⟦Trần Thị B⟧ ở ⟦số 12 ngõ 34 đường Láng⟧, muốn làm sổ đỏ",
    "Tôi tên là ⟦Lê Hoàng Minh Anh⟧, sđt",
    "tôi tên ⟦Lan Anh⟧ muốn hỏi",
    "toi ten ⟦nguyen van lan⟧ muon lam so do",
    "em la ⟦tran thi b⟧ muon dang ky tam tru",
    "tôi là ⟦lê thị hồng⟧ muốn làm khai sinh",
    "TÔI TÊN ⟦NGUYỄN VĂN LAN⟧ MUỐN LÀM SỔ ĐỎ",
    "họ và tên: ⟦Phạm Thị Hồng Nhung⟧",
    "con tôi tên là ⟦Nguyễn Gia Bảo⟧ thì khai sinh thế nào",
    "chồng tôi tên ⟦Trần Văn Nam⟧ mất năm ngoái",
    "nhà tôi ở ⟦hẻm 12/5 Lê Lợi⟧, quận 3",
    "nha so ⟦7 ngach 5 ngo 34 duong lang⟧ muon tach thua",
    "địa chỉ: ⟦45 Trần Hưng Đạo⟧",
    "số nhà ⟦12 đường láng⟧ muốn tách thửa",
    "⟦123/45 đường Lê Lợi⟧ tách thửa được không",
]
STAYING = [
    "tôi tên trên giấy khai sinh bị sai",
    "em là công dân Việt Nam",
    "em là Công dân Hà Nội",
    "đường Láng mở rộng",
    "tôi là hộ kinh doanh",
    "toi la ho kinh doanh",
    "tôi là hồ sơ nộp trước",
    "em là mẹ đơn thân",
    "tên đường và số nhà đổi",
    "tên công ty là Hoàng Gia",
    "phường đánh lại số nhà",
    "đất 2 mặt đường",
    "mở 2 đường dây điện",
    "mẫu số 12 ở đâu",
    "quyết định số 12 đường bộ",
    "hiến đất mở rộng hẻm 3m",
    "tổ 5 phường Láng Thượng",
    "số 12 Hà Nội",
]
FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Bùi", "Ngô"]
MIDDLES = ["Văn", "Thị", "Đức", "Ngọc", "Minh"]
GIVEN = ["Lan", "Hùng", "Tuấn", "Hương", "Bảo", "Ánh"]
SAYS = ["tôi tên {}", "em tên là {}", "mình là {}", "họ tên: {}"]
AFTER = ["", ", muốn làm sổ đỏ", " muốn hỏi khai sinh", ". Cần giấy tờ gì"]


@pytest.mark.parametrize("line", KEPT_FROM_THE_TRANSCRIPT)
def test_they_are_found(line):
    text, marked = read_line(line)
    assert [(span.start, span.end) for span in people(text, [])] == marked


@pytest.mark.parametrize("text", STAYING)
def test_words_of_procedures_stay(text):
    assert people(text, []) == []


@given(
    st.sampled_from(SAYS),
    st.sampled_from(FAMILIES),
    st.lists(st.sampled_from(MIDDLES), min_size=1, max_size=2, unique=True),
    st.sampled_from(GIVEN),
    st.sampled_from(AFTER),
    st.sampled_from([str, str.lower]),
)
def test_no_whole_name_stays_after_an_introduction(says, family, middles, given_name, after, typed):
    name = typed(" ".join([family, *middles, given_name]))
    text = says.format(name) + after
    kept = labelled(text, people(text, []))
    assert kept == says.format("[name]") + after


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_what_is_taken_is_left_alone_and_nothing_raises(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    taken = [Span(start, end, "number")] if start < end else []
    found = people(text, taken)
    assert sorted(found) == found
    assert not any(span.overlaps(other) for span in found for other in taken)


@pytest.mark.parametrize("unit", ["tên ", "tôi tên Nguyễn ", "số 1 ngõ 1 ", "1/1/1 ", "ngõ 1, ", "tên: "])
def test_a_hostile_message_costs_a_moment(unit):
    text = (unit * 2000)[:2000]
    began = time.process_time()
    people(text, [])
    assert time.process_time() - began < 0.1
