"""Papers, notes, cases and forms, as the record sorts them."""

from dataclasses import replace

from actions.documents import all_documents, case_name, cases, documents
from actions.forms import forms
from actions.phrasing import answer
from knowledge_base.procedure import DocumentCase, Note
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


def test_headings_sort_papers_and_a_list_without_one_comes_first():
    said = documents(BIRTH, style())
    assert "Giấy tờ phải nộp:\n- Giấy chứng sinh" in said
    assert "Lưu ý thứ 8" in said
    assert said.index("Tờ khai đăng ký khai sinh") < said.index("Giấy chứng sinh")


def test_one_case_is_listed_with_what_holds_for_all():
    said = documents(LEASE, style(), case=1)
    assert "Đối với công ty:\n- Giấy B1 " in said
    assert "Giấy B15" in said
    assert "Giấy A1" not in said
    assert "Bản dịch phải chứng thực" in said


def test_forms_are_the_files_and_the_papers_written_on_one():
    said = forms(SPLIT, style())
    assert "- Mau21.docx" in said
    assert "- Đơn đề nghị tách thửa đất, hợp thửa đất theo Mẫu số 21" in said
    assert "không đính kèm mẫu" in forms(BIRTH, style())


def with_papers(*names, case=""):
    return replace(SPLIT, documents=(DocumentCase(case, tuple(map(paper, names))),))


def test_form_and_certificate_come_first_and_what_only_some_bring_last():
    said = documents(
        with_papers(
            "Trường hợp ủy quyền thì có văn bản ủy quyền",
            "Hợp đồng mua bán",
            "Văn bản của ngân hàng đối với trường hợp đất đang thế chấp",
            "Bản gốc Giấy chứng nhận đã cấp",
            "a) Tờ khai (nếu nộp trực tiếp)",
        ),
        style(),
    ).splitlines()
    assert [line.partition(" (1")[0] for line in said] == [
        "- a) Tờ khai (nếu nộp trực tiếp)",
        "- Bản gốc Giấy chứng nhận đã cấp",
        "- Hợp đồng mua bán",
        "Thêm nữa, chỉ khi đúng trường hợp ghi trong dòng:",
        "- Trường hợp ủy quyền thì có văn bản ủy quyền",
        "- Văn bản của ngân hàng đối với trường hợp đất đang thế chấp",
    ]


def test_a_paper_with_a_second_best_is_still_for_everybody():
    said = documents(with_papers("Giấy chứng sinh; trường hợp không có thì nộp giấy cam đoan"), style())
    assert "chỉ khi đúng trường hợp" not in said


LONG = "Giấy tờ thứ {n} có một cái tên rất dài để thử việc rút gọn danh sách. " + "Thêm chữ. " * 10


def test_a_long_list_is_begun_and_what_is_left_is_counted_with_how_to_see_it():
    procedure = with_papers(*(LONG.format(n=n) for n in range(1, 21)))
    said = documents(procedure, style())
    told = said.count("- Giấy tờ thứ")
    assert len(said) < 1700
    assert f"còn {20 - told} mục giấy tờ. Bạn gõ “xem hết giấy tờ” để xem đủ." in said
    assert all_documents(procedure, style()).count("- Giấy tờ thứ") == 20


def test_no_case_is_left_out_of_a_long_list_altogether():
    cases_of_ten = tuple(
        DocumentCase(f"Trường hợp {name}", tuple(paper(LONG.format(n=n)) for n in range(1, 11)))
        for name in ("mua", "thuê", "mượn")
    )
    said = documents(replace(SPLIT, documents=cases_of_ten), style())
    for name in ("mua", "thuê", "mượn"):
        assert f"Trường hợp {name}:\n- Giấy tờ thứ 1 " in said
    assert said.count("mục nữa của phần này") == 3


def test_notes_that_do_not_fit_are_counted_and_told_on_demand():
    notes = DocumentCase("* Lưu ý:", tuple(paper(LONG.format(n=n), 0, 0) for n in range(1, 21)))
    procedure = replace(SPLIT, documents=(DocumentCase("", (paper("Đơn"),)), notes))
    assert "lưu ý trong hồ sơ công bố. Bạn gõ “xem hết giấy tờ”" in documents(procedure, style())
    assert "Giấy tờ thứ 20" in all_documents(procedure, style())


def test_cases_are_named_without_lettering_and_without_what_all_begin_with():
    named = replace(
        SPLIT,
        documents=(
            DocumentCase("a) Thành phần hồ sơ đối với trường hợp giao đất, gồm:", (paper("Đơn"),)),
            DocumentCase("(ii) Trường hợp thuê đất:", (paper("Đơn"),)),
        ),
    )
    names = [case_name(named, index, style()) for index in cases(named, style())]
    assert names == ["Giao đất", "Thuê đất"]


def test_cases_of_one_name_are_one_and_hold_the_papers_of_both():
    twice = replace(
        SPLIT,
        documents=tuple(
            DocumentCase(name, (paper(name),)) for name in ("Nhà mình", "Nhà thuê", "* Nhà mình")
        ),
    )
    assert cases(twice, style()) == (0, 1)
    assert documents(twice, style(), case=0).count("Nhà mình") == 3


def test_the_plain_case_comes_first_and_papers_of_a_proxy_are_no_case_but_come_last():
    company = replace(
        SPLIT,
        name="Đăng ký thành lập công ty",
        documents=tuple(
            DocumentCase(name, (paper("Đơn"),))
            for name in (
                "Trường hợp ủy quyền cho cá nhân thực hiện thủ tục",
                "Trường hợp doanh nghiệp xã hội:",
                "Đăng ký thành lập công ty",
            )
        ),
    )
    names = [case_name(company, index, style()) for index in cases(company, style())]
    assert names == ["Đăng ký thành lập công ty", "Doanh nghiệp xã hội"]
    said = documents(company, style(), case=2)
    assert said.index("Trường hợp ủy quyền") > said.index("Đăng ký thành lập")


def test_a_long_text_is_cut_after_a_sentence_and_says_so():
    long_name = "Giấy tờ thứ nhất rất dài. " * 60
    said = documents(
        replace(SPLIT, documents=(replace(LEASE.documents[0], documents=(paper(long_name),)),)), style()
    )
    assert len(said) < 900
    assert "còn nữa, xem trên trang thủ tục" in said


def test_a_case_whose_name_holds_the_whole_list_is_cut_openly():
    name = "Đối với diều sáo: " + "giấy tờ về diều; " * 60
    papers = tuple(paper(f"Giấy tờ thứ {n} " + "về diều " * 20) for n in range(12))
    said = documents(replace(SPLIT, documents=(DocumentCase(name, papers),)), style())
    assert len(said.splitlines()[0]) < 230
    assert said.splitlines()[0].endswith("… (còn nữa):")


def test_a_list_without_end_is_cut_even_where_all_was_asked_for():
    papers = tuple(paper(f"Giấy tờ thứ {n} " + "về diều " * 40) for n in range(60))
    said = all_documents(replace(SPLIT, documents=(DocumentCase("", papers),)), style())
    assert len(said) < 10_300
    left = 60 - said.count("- Giấy tờ thứ")
    assert said.endswith(f"còn {left} mục giấy tờ và 0 lưu ý, bạn xem trên trang thủ tục.")


def test_forms_that_are_not_attached_are_not_promised_on_the_portal():
    said = forms(with_papers("Đơn đề nghị theo mẫu số 1"), style())
    assert "tải mẫu" not in said
    assert "Bạn hỏi nơi nộp hồ sơ hoặc gọi 18001096 để lấy mẫu." in said
