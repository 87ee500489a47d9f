"""The portal's PDF: tables by their strokes, pages that cut words, values that it makes up."""

import pytest

from knowledge_base.importing.limits import Limits
from knowledge_base.importing.parsed import Format
from knowledge_base.importing.reading import read_content
from knowledge_base.official.block import official_block
from tests.knowledge_base.importing.made_up_files import ORIGIN
from tests.knowledge_base.importing.pdf_maker import BOLD, LAST_LINE, Page, pdf

HEAD = [153.4, 357.9]
PAPERS = [255.6, 153.4, 102.3]


def head(name=("Cấp giấy phép ", "thả diều"), code="1.000001"):
    page = Page().text("CHI TIẾT THỦ TỤC HÀNH CHÍNH", 157, 83, 18, BOLD)
    values = {
        "Tên thủ tục": name,
        "Mã thủ tục": code,
        "Số quyết định": "12/QĐ-BG",
        "Cấp thực hiện": "Xã, Tỉnh",
        "Lĩnh vực": "Trò chơi",
        "Đối tượng thực hiện": "Cán bộ, công chức, viên chức",
        "Cơ quan phối hợp": "",
    }
    for place, (label, value) in enumerate(values.items()):
        page.row(137 + 40 * place, 177 + 40 * place, label, value, widths=HEAD)
    return page.heading("TRÌNH TỰ THỰC HIỆN", 440)


def steps():
    return (
        Page()
        .text("Bước 1: Nộp hồ sơ tại nơi ", y=74)
        .text("có gió.", y=88)
        .text("Bước 2: Nghị định 1/2026/", y=102)
        .text("NĐ-CP không c", y=756)
    )


def tables(fee="Miễn phí", time="3 ngày làm việc"):
    return (
        Page()
        .text("ó gì thêm.", y=74)
        .heading("THÀNH PHẦN HỒ SƠ", 100)
        .row(120, 150, "Trường hợp 1: * Giấy tờ phải nộp:")
        .row(150, 180, "Tên giấy tờ", "Mẫu đơn, tờ khai", "Số lượng", widths=PAPERS, font=BOLD)
        .row(180, 230, "Đơn xin thả diều", "", ["1 bản chính, 1 ", "bản sao"], widths=PAPERS)
        .row(
            230, LAST_LINE, ["Giấy cam kết không ", "thả gần đường đ"], "", "1 bản chính", widths=PAPERS
        ), Page()
        .row(57, 90, "iện.", "", "", widths=PAPERS)
        .row(90, 120, "Người nộp ký tên.", "", "Không có", widths=PAPERS)
        .heading("CÁCH THỨC THỰC HIỆN", 150)
        .row(170, 200, "Hình thức nộp", "Thời hạn giải quyết", "Phí, lệ phí", "Mô tả", font=BOLD)
        .row(200, 260, "Trực tuyến", time, fee, "Nộp trên Cổng")
        .row(260, 290, "Qua bưu điện", "Không xác định", "", "")
        .heading("CĂN CỨ PHÁP LÝ", 300)
        .row(320, 350, "Tên văn bản pháp lý", "Mã văn bản", font=BOLD)
        .row(350, 390, "Nghị định về diều", ["1/2026/NĐ-", "CP"])
        .heading("CƠ QUAN THỰC HIỆN", 420)
        .text("Sở Văn hóa, Thể thao và Du lịch", y=440)
        .heading("YÊU CẦU, ĐIỀU KIỆN THỰC HIỆN", 470)
        .heading("KẾT QUẢ XỬ LÝ", 500)
        .text("Giấy phép thả diều", 53, 520)
        .text("Mã: KQ.G99.000001", 53, 540)
        .heading("TỪ KHÓA", 570)
        .heading("MÔ TẢ", 600),
    )  # fmt: skip


def read(content, limits=None):
    (parsed,) = read_content(content, ORIGIN, limits or Limits())
    return parsed


def record(**more):
    parsed = read(pdf(head(), steps(), *tables(**more)))
    assert parsed.format is Format.PDF, parsed
    return parsed.record


def test_facts_are_read():
    block = official_block(record())
    assert block["name"] == "Cấp giấy phép thả diều"
    assert block["decision"]["number"] == "12/QĐ-BG"
    assert block["levels"] == ["Cấp tỉnh", "Cấp xã"]
    assert block["subjects"] == ["Cán bộ, công chức, viên chức"]
    assert block["agencies"]["executing"] == ["Sở Văn hóa, Thể thao và Du lịch"]
    assert block["legal_basis"] == [{"number": "1/2026/NĐ-CP", "title": "Nghị định về diều"}]
    assert block["results"] == ["Giấy phép thả diều"]
    assert block["conditions"] == ""


def test_wrapped_lines_flow_and_words_that_a_page_cut_are_whole():
    (step,) = record()["steps"]
    assert step["text"] == (
        "Bước 1: Nộp hồ sơ tại nơi có gió.\nBước 2: Nghị định 1/2026/NĐ-CP không có gì thêm."
    )


def test_rows_that_a_page_cut_are_one_row_and_notes_stay_rows():
    (case,) = record()["document_cases"]
    assert case["case"] == "* Giấy tờ phải nộp:"
    assert [(row["name"], row["originals"], row["copies"]) for row in case["documents"]] == [
        ("Đơn xin thả diều", 1, 1),
        ("Giấy cam kết không thả gần đường điện.", 1, 0),
        ("Người nộp ký tên.", 0, 0),
    ]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("3 ngày làm việc", 3, "WORKING_DAY"),
        ("3,5 ngày làm việc", 3.5, "WORKING_DAY"),
        ("15 ngày", 15, "DAY"),
        ("1 ngày", 1, "OTHER"),
        ("Không xác định", None, "OTHER"),
    ],
)
def test_one_day_may_be_a_time_without_a_unit_and_gets_none(printed, value, unit):
    way, _ = record(time=printed)["submission"]
    assert (way["time_value"], way["time_unit_code"], way["time_text"]) == (value, unit, None)


@pytest.mark.parametrize(
    ("printed", "amounts"),
    [
        ("Miễn phí", [(None, None)]),
        ("20 VNĐ", [(None, None)]),
        ("20.000 VNĐ", [(20000, "Việt Nam Đồng")]),
        (["7.000 VNĐ, ", "5.000 VNĐ, ", "Miễn phí"], [(7000, "Việt Nam Đồng"), (5000, "Việt Nam Đồng"), (None, None)]),
        ("10 USD", [(10, "USD")]),
    ],
)  # fmt: skip
def test_free_of_charge_is_not_believed_nor_an_amount_without_its_text(printed, amounts):
    way, _ = record(fee=printed)["submission"]
    assert [(fee["amount"], fee["currency"]) for fee in way["fees"]] == amounts


def test_what_the_pdf_does_not_say_is_unknown():
    told = record()
    assert told["promulgating_agency"] == ""
    assert [told[field] for field in ("portal_id", "portal_updated", "decision_date", "procedure_class")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 and nothing more", "no PDF that can be read"),
        (pdf(head())[:700], "no PDF that can be read"),
        (pdf(Page().text("Hóa đơn tiền điện")), "name: there is none"),
        (pdf(head(code="../../etc")), "code: "),
        (pdf(head(code="")), "code: "),
    ],
)
def test_a_pdf_that_is_none_of_the_portals_is_refused(content, said):
    assert said in str(read(content))


def test_a_pdf_of_too_many_pages_is_refused():
    assert "3 pages, more than 2" in str(read(pdf(head(), Page(), Page()), Limits(pages=2)))
