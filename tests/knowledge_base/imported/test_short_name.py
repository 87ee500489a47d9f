"""An official name becomes one that a list of choices can hold, without a word of ours."""

import pytest

from knowledge_base.imported.capitals import calmed
from knowledge_base.imported.short_name import cut_at_word, is_cut, readable_name, short_name


@pytest.mark.parametrize(
    ("official", "short"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("Trình tự, thủ tục cấp phép thả diều", "Cấp phép thả diều"),
        ("Thủ tục hải quan đối với diều", "Thủ tục hải quan đối với diều"),
        ("cấp lại giấy phép thả diều", "Cấp lại giấy phép thả diều"),
        ("1. Thủ tục hỗ trợ chi phí thả diều", "Hỗ trợ chi phí thả diều"),
        (". Cấp giấy phép thả diều", "Cấp giấy phép thả diều"),
        ("THỦ TỤC THÀNH LẬP HỘI THẢ DIỀU (CẤP TỈNH)", "Thành lập hội thả diều (cấp tỉnh)"),
    ],
)
def test_what_says_nothing_is_dropped_and_nobody_is_shouted_at(official, short):
    assert short_name(official) == short


@pytest.mark.parametrize(
    ("official", "short"),
    [
        (
            "Cấp Giấy chứng nhận đủ điều kiện thả diều sáo ban đêm đối với câu lạc bộ có từ mười người trở lên",
            "Cấp Giấy chứng nhận đủ điều kiện thả diều sáo ban đêm…",
        ),
        (
            "Công nhận câu lạc bộ thả diều sáo và diều giấy cấp cơ sở (trừ câu lạc bộ do trường học lập ra)",
            "Công nhận câu lạc bộ thả diều sáo và diều giấy cấp cơ sở…",
        ),
        (
            "Đăng ký thả diều sáo, diều giấy, diều vải, diều nhựa, diều hộp, diều rồng, diều đèn, diều bướm",
            "Đăng ký thả diều sáo, diều giấy, diều vải, diều nhựa, diều hộp, diều rồng…",
        ),
    ],
)
def test_a_long_name_is_cut_where_a_clause_or_an_item_begins(official, short):
    assert short_name(official) == short
    assert is_cut(short)


def test_a_cut_name_does_not_end_with_a_word_that_waits_for_another():
    name = "Giao bãi thả diều, cho thuê bãi thả diều, chuyển mục đích bãi thả diều đối với trường hợp đấu giá"
    assert short_name(name) == "Giao bãi thả diều, cho thuê bãi thả diều, chuyển mục đích bãi thả diều…"


def test_no_name_is_longer_than_eighty_characters():
    for length in range(60, 240, 7):
        assert len(short_name("Thủ tục " + "thả diều sáo " * 40)[:length]) <= 80


def test_the_whole_name_is_kept_where_there_is_room():
    name = "Thủ tục " + "cấp phép thả diều " * 20
    assert readable_name(name.strip()) == "Cấp phép thả diều " + ("cấp phép thả diều " * 19).strip()


@pytest.mark.parametrize(
    ("loud", "calm"),
    [
        ("Phần C. TRÌNH TỰ CẤP PHÉP THẢ DIỀU và nộp phí", "Phần C. trình tự cấp phép thả diều và nộp phí"),
        ("NGƯỜI NƯỚC NGOÀI THẢ DIỀU TẠI VIỆT NAM", "Người nước ngoài thả diều tại Việt Nam"),
        ("UBND TP HCM, GCN QSDĐ", "UBND TP HCM, GCN QSDĐ"),
        ("PET (PET/CT), SPECT (SPECT/CT)", "PET (PET/CT), SPECT (SPECT/CT)"),
        ("CÔNG TY TNHH THẢ DIỀU SÁO", "Công ty TNHH thả diều sáo"),
        ("Giấy phép thả diều", "Giấy phép thả diều"),
    ],
)
def test_only_vietnamese_words_in_capitals_are_calmed(loud, calm):
    assert calmed(loud) == calm


def test_a_text_is_cut_between_two_words():
    assert cut_at_word("diều sáo, diều giấy", 12) == "diều sáo…"
    assert cut_at_word("diều sáo", 12) == "diều sáo"
