"""Papers, notes, cases and forms, as the record sorts them."""

from dataclasses import replace

from actions.documents import documents, forms
from actions.phrasing import answer
from knowledge_base.procedure import Note
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, LEASE, SPLIT, paper


def test_our_notes_are_shown_with_the_side_they_belong_to():
    noted = replace(SPLIT, notes=(Note("Mang theo bản chính.", "Thành phần hồ sơ"),))
    assert "Lưu ý: Mang theo bản chính." in answer(noted, ("documents",), style())
    assert "Mang theo bản chính." not in answer(noted, ("fee",), style())


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
