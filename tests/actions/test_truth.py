"""Facts are told as the record has them, and nothing is told that it does not hold."""

from dataclasses import replace

import pytest

from actions.documents import documents, forms
from actions.fees import fees
from actions.phrasing import answer
from actions.places import online, places
from actions.sources import citation, source
from actions.times import times
from knowledge_base.procedure import Fee, LegalBasis, Note, ProcessingTime
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, LAND_FEE, LEASE, SPLIT, mode, paper, working_days


def with_fees(*rows, procedure=SPLIT):
    return replace(procedure, modes=tuple(mode(name, working_days(5), *fees) for name, *fees in rows))


def test_a_zero_with_a_text_is_not_called_free():
    said = fees(SPLIT, style())
    assert "Theo quy định của Luật phí và lệ phí" in said
    assert "miễn phí" not in said.lower()
    assert "0 đồng" not in said


def test_who_sets_land_fees_and_whom_to_ask_is_told():
    said = fees(SPLIT, style())
    assert "Hội đồng nhân dân cấp tỉnh" in said
    assert "18001096" in said


@pytest.mark.parametrize("text", ["", "Không.", "Miễn phí", "Không thu lệ phí"])
def test_a_zero_is_free_when_nothing_says_otherwise(text):
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", text)), procedure=BIRTH), style())
    assert said == "- Lệ phí: miễn phí"


def test_a_blank_beside_a_row_with_a_rule_is_not_free():
    blank = Fee("Lệ phí", 0, "VND", "")
    said = fees(with_fees(("postal", blank), ("direct", LAND_FEE), procedure=BIRTH), style())
    assert "Bưu chính:\n- Lệ phí: hồ sơ công bố để trống mức thu" in said
    assert "miễn phí" not in said


def test_a_blank_is_not_free_where_the_province_sets_the_fee():
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", ""))), style())
    assert "miễn phí" not in said
    assert "Hội đồng nhân dân cấp tỉnh" in said


def test_an_exemption_for_some_is_quoted_and_not_made_general():
    text = "Miễn lệ phí cho người thuộc hộ nghèo"
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", text))), style())
    assert f"hồ sơ công bố ghi “{text}”" in said
    assert "Lệ phí: miễn phí" not in said


def test_an_amount_is_written_with_dots_and_what_the_record_adds():
    said = fees(with_fees(("direct", Fee("Phí", 150000, "VND", "Mức cụ thể do tỉnh quyết định."))), style())
    assert "- Phí: 150.000 đồng" in said
    assert "“Mức cụ thể do tỉnh quyết định.”" in said


def test_a_price_per_page_and_a_foreign_currency_are_kept():
    said = fees(
        with_fees(("direct", Fee("Phí", 2000, "VND", "/trang"), Fee("Phí", 10, "USD", "/bản"))), style()
    )
    assert "2.000 đồng/trang" in said
    assert "10 USD/bản" in said


def test_missing_fee_rows_are_admitted():
    said = fees(with_fees(("direct",)), style())
    assert "không nêu mức phí" in said
    assert "18001096" in said


def test_fees_that_differ_by_way_of_filing_are_told_apart():
    low, high = Fee("Lệ phí", 7000, "VND", ""), Fee("Lệ phí", 15000, "VND", "")
    lines = fees(with_fees(("online", low), ("direct", high), ("postal",)), style()).splitlines()
    assert lines[:4] == [
        "Trực tuyến:",
        "- Lệ phí: 7.000 đồng",
        "Trực tiếp:",
        "- Lệ phí: 15.000 đồng",
    ]
    assert lines[4] == "Bưu chính: hồ sơ công bố không nêu mức phí, lệ phí."


def test_a_text_beside_several_amounts_is_told_once():
    low, high = (
        Fee("Lệ phí", 50000, "VND", "Do tỉnh quyết định."),
        Fee("Lệ phí", 150000, "VND", "Do tỉnh quyết định."),
    )
    said = fees(with_fees(("online", low), ("direct", high)), style())
    assert said.count("Do tỉnh quyết định.") == 1
    assert "- Lệ phí: 50.000 đồng\n" in said


def test_what_everybody_pays_is_told_once_after_what_differs():
    low, high, exempt = (
        Fee("A", 1, "VND", ""),
        Fee("A", 2, "VND", ""),
        Fee("A", 0, "VND", "Miễn phí cho hộ nghèo"),
    )
    said = fees(with_fees(("online", low, exempt), ("direct", high, exempt)), style())
    assert said.count("hộ nghèo") == 1
    assert "Mọi cách nộp:" in said


def test_a_price_that_only_the_description_has_is_quoted():
    described = mode(
        "direct",
        working_days(1),
        Fee("Phí", 2000, "VND", "/trang"),
        description="Từ trang 3: 1.000 đồng/trang",
    )
    assert "“Từ trang 3: 1.000 đồng/trang”" in fees(replace(SPLIT, modes=(described,)), style())


def test_rows_of_one_way_of_filing_are_told_apart_by_their_description():
    rows = [
        mode("direct", working_days(n), description=f"Tại {where}") for n, where in ((1, "xã"), (2, "tỉnh"))
    ]
    said = times(replace(SPLIT, modes=tuple(rows)), style())
    assert "- Trực tiếp (Tại xã): 1 ngày làm việc" in said
    assert "- Trực tiếp (Tại tỉnh): 2 ngày làm việc" in said


def test_a_step_with_the_deadline_helps_where_the_record_has_no_figure():
    step = replace(BIRTH.steps[0], text="Cán bộ giải quyết trong ngày.")
    assert "Theo trình tự thực hiện: Cán bộ giải quyết trong ngày." in times(
        replace(BIRTH, steps=(step,)), style()
    )


def test_times_are_told_per_way_of_filing():
    said = times(SPLIT, style())
    assert "- Trực tuyến: 12 ngày làm việc" in said
    assert "- Trực tiếp: 22 ngày làm việc" in said


def test_our_note_on_remote_communes_is_not_said_twice():
    noted = replace(SPLIT, notes=(Note("Mức dài hơn chỉ cho xã miền núi.", "Thời hạn giải quyết"),))
    assert "miền núi" not in times(noted, style())
    assert answer(noted, ("time",), style()).count("miền núi") == 1


def test_our_notes_are_shown_with_the_side_they_belong_to():
    noted = replace(SPLIT, notes=(Note("Mang theo bản chính.", "Thành phần hồ sơ"),))
    assert "Lưu ý: Mang theo bản chính." in answer(noted, ("documents",), style())
    assert "Mang theo bản chính." not in answer(noted, ("fee",), style())


def test_ten_days_more_in_person_are_told_with_the_caveat():
    assert "miền núi" in times(SPLIT, style())
    even = replace(SPLIT, modes=(mode("online", working_days(8)), mode("direct", working_days(8))))
    assert "miền núi" not in times(even, style())


def test_a_time_in_words_is_quoted():
    assert "“Ngay trong ngày tiếp nhận yêu cầu”" in times(BIRTH, style())


def test_a_number_without_a_unit_gets_none_from_us():
    said = times(BIRTH, style())
    assert "ghi số 1 nhưng không ghi đơn vị" in said
    assert "1 ngày" not in said


def test_half_days_are_written_with_a_comma():
    assert "17,5 ngày làm việc" in times(replace(SPLIT, modes=(mode("direct", working_days(17.5)),)), style())


def test_a_deadline_in_the_description_is_told_beside_the_figure():
    described = mode("direct", working_days(7), description="Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ")
    said = times(replace(SPLIT, modes=(described,)), style())
    assert "7 ngày làm việc" in said
    assert "“Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ”" in said


def test_a_missing_time_is_admitted():
    nothing = ProcessingTime(None, None, "")
    said = times(replace(SPLIT, modes=(mode("direct", nothing),)), style())
    assert "không nêu thời hạn" in said
    assert "18001096" in said


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


def test_rows_without_quantities_are_notes():
    said = documents(SPLIT, style())
    papers, _, notes = said.partition("Lưu ý trong hồ sơ công bố:")
    assert "Giấy chứng nhận đã cấp (1 bản chính)" in papers
    assert "xuất trình bản chính" not in papers
    assert "xuất trình bản chính" in notes


def test_papers_that_carry_numbers_come_in_their_order():
    case = replace(LEASE.documents[0], documents=(paper("(2) Giấy hai"), paper("- (1) Giấy một")))
    said = documents(replace(SPLIT, documents=(case,)), style())
    assert said.index("Giấy một") < said.index("Giấy hai")


def test_a_paper_shows_its_quantities_and_its_form():
    assert "theo Mẫu số 21 (1 bản chính, 1 bản sao; mẫu: Mau21.docx)" in documents(SPLIT, style())


def test_headings_sort_papers_and_many_notes_are_cut_openly():
    said = documents(BIRTH, style())
    assert "Giấy tờ phải nộp:\n- Giấy chứng sinh" in said
    assert "Trường hợp" not in said
    assert "- Còn 3 mục nữa" in said


def test_one_case_is_listed_with_what_holds_for_all():
    said = documents(LEASE, style(), case=1)
    assert "b) Đối với công ty:\n- Giấy B1 " in said
    assert "Giấy B15" in said
    assert "Giấy A1" not in said
    assert "Bản dịch phải chứng thực" in said


def test_forms_are_the_files_and_the_papers_written_on_one():
    said = forms(SPLIT, style())
    assert "- Mau21.docx" in said
    assert "- Đơn đề nghị tách thửa đất, hợp thửa đất theo Mẫu số 21" in said
    assert "không đính kèm mẫu" in forms(BIRTH, style())


def test_a_long_text_is_cut_after_a_sentence_and_says_so():
    long_name = "Giấy tờ thứ nhất rất dài. " * 60
    said = documents(
        replace(SPLIT, documents=(replace(LEASE.documents[0], documents=(paper(long_name),)),)), style()
    )
    assert len(said) < 900
    assert "còn nữa, xem trên trang thủ tục" in said


def test_the_source_names_code_decision_dates_and_link():
    said = source(SPLIT, style())
    for part in (
        "1.000001",
        "3380/QĐ-BNNMT",
        "25/08/2025",
        "16/04/2026",
        SPLIT.portal_url,
        "theo hồ sơ công bố",
    ):
        assert part in said
    assert citation(SPLIT) == {
        "code": "1.000001",
        "decision": "3380/QĐ-BNNMT",
        "updated": "2026-04-16",
        "url": SPLIT.portal_url,
    }


def test_a_record_without_a_decision_says_so():
    assert "không ghi số quyết định" in source(BIRTH, style())


def test_central_land_records_warn_of_newer_rules_of_the_province():
    assert source(SPLIT, style()).count("254/2025/QH15") == 1
    assert "254/2025/QH15" not in source(BIRTH, style())
    cites_it = replace(SPLIT, legal_basis=(LegalBasis("49/2026/NĐ-CP", ""),))
    assert "254/2025/QH15" not in source(cites_it, style())
    assert "254/2025/QH15" not in source(replace(SPLIT, issuer="UBND tỉnh Lào Cai"), style())


def test_a_record_past_its_review_says_so():
    assert "quá hạn rà soát" not in source(SPLIT, style())
    assert "quá hạn rà soát (19/07/2026)" in source(
        replace(SPLIT, review_by=style().today.replace(day=19)), style()
    )
