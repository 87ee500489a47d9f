"""The printed list: readable by people, by programs and by a phone's camera, the same every time."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import segno
from pypdf import PdfReader
from reportlab.pdfbase.ttfonts import TTFont

from actions.checklist import checklist
from knowledge_base.knowledge import read_knowledge
from office.papers.checklist import Checklist, Fact, Paper, PaperGroup, Remark
from office.papers.font import BOLD, FOLDER, REGULAR, printable_text
from office.papers.pdf import pdf
from office.papers.qr import Code
from tests.actions.desk import style

STYLE = style()
CURATED = sorted(read_knowledge().procedures.values(), key=lambda procedure: procedure.code)
ADDRESS = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = "\u0300\u0309\u0303\u0301\u0323"
ALPHABET = "".join(
    sorted(
        {
            unicodedata.normalize("NFC", letter + tone)
            for letter in LETTERS
            for tone in ["", *TONES]
            if tone == "" or letter in "aăâeêioôơuưy"
        }
    )
)


def sheet(**more):
    paper = Paper(
        "Đơn đề nghị tách thửa đất", 1, 2, "1 bản chính, 2 bản sao", ("Mau21.docx",), "Nguồn: dòng 1"
    )
    return replace(
        Checklist(
            code="1.000001",
            title="Tách thửa đất",
            official_name="Tách thửa hoặc hợp thửa đất",
            case=0,
            by_proxy=None,
            made_for=("Người nộp tự nộp.",),
            remarks=(),
            groups=(PaperGroup("Giấy tờ phải nộp", (paper,)),),
            notes=(Remark("Mang theo bản chính.", "Nguồn: dòng 2"),),
            facts=(Fact("Nơi nộp hồ sơ", ("Cách nộp:", "- Trực tiếp"), "Nguồn: Cách thức thực hiện"),),
            source=("Nguồn: thủ tục 1.000001, theo hồ sơ công bố, cập nhật ngày 16/04/2026.",),
            url=ADDRESS,
            dated=date(2026, 4, 16),
            cases=(),
            filers=(),
        ),
        **more,
    )


def read(made):
    return PdfReader(BytesIO(made))


def text_of(made):
    pages = [page.extract_text() for page in read(made).pages]
    return re.sub(
        r"\s+",
        "",
        "".join(re.sub(r"Thủ tục \S+ hồ sơ công bố ngày \S+\s+Trang \S+", "", page) for page in pages),
    )


def together(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("procedure", CURATED[::5], ids=lambda procedure: procedure.code)
def test_every_paper_of_a_record_can_be_read_out_of_the_print(procedure):
    listed = checklist(procedure, STYLE)
    made = pdf(listed)
    assert made.startswith(b"%PDF-")
    text = text_of(made)
    for group in listed.groups:
        for paper in group.papers:
            assert together(printable_text(paper.name)) in text


def test_everything_on_the_sheet_is_printed():
    text = text_of(pdf(sheet()))
    for part in (
        "Tách thửa đất", "Mã thủ tục: 1.000001", "Người nộp tự nộp.", "Giấy tờ phải nộp", "Đơn đề nghị tách thửa đất",
        "1 bản chính, 2 bản sao", "Mau21.docx", "Nguồn: dòng 1", "Mang theo bản chính.", "Nơi nộp hồ sơ", "- Trực tiếp",
        "cập nhật ngày 16/04/2026",
    ):  # fmt: skip
        assert together(part) in text


def test_every_vietnamese_letter_comes_back_as_it_was():
    everything = f"{ALPHABET} {ALPHABET.upper()}"
    text = text_of(pdf(sheet(title=everything, made_for=(everything,))))
    assert unicodedata.is_normalized("NFC", text)
    assert text.count(together(everything)) == 2


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_the_font_has_all_vietnamese_letters(name):
    letters = TTFont(name, FOLDER / f"{name}.ttf").face.charToGlyph
    assert [letter for letter in ALPHABET + ALPHABET.upper() if ord(letter) not in letters] == []


def test_the_font_comes_with_its_licence():
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "OFL.txt").read_text("utf-8")


def test_the_same_list_gives_the_same_bytes_dated_by_its_record():
    assert pdf(sheet()) == pdf(sheet())
    assert read(pdf(sheet())).metadata.creation_date.date() == date(2026, 4, 16)


def test_pages_are_numbered_up_to_the_last():
    papers = tuple(Paper(f"Giấy số {n} " + "dài " * 60, 1, 0, "1 bản chính", (), "Nguồn") for n in range(20))
    pages = read(pdf(sheet(groups=(PaperGroup("", papers),)))).pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Trang {number}/{len(pages)}" in page.extract_text()


def test_a_paper_longer_than_a_page_goes_on_over_it():
    endless = Paper("Giấy " * 3_000 + "cuối", 1, 0, "1 bản chính", (), "Nguồn")
    assert "Giấycuối" in text_of(pdf(sheet(groups=(PaperGroup("", (endless,)),))))


def test_markup_and_signs_that_the_font_lacks_are_only_text():
    odd = Paper("<b>Đơn</b> & ● → 漢 <img src='x'/>", 1, 0, "", (), "Nguồn")
    text = text_of(pdf(sheet(groups=(PaperGroup("", (odd,)),))))
    assert "<b>Đơn</b>&•->?<imgsrc='x'/>" in text


def test_the_code_is_that_of_the_official_address():
    code = Code.of(ADDRESS)
    again = segno.make_qr(ADDRESS, error="m", boost_error=False)
    assert code.rows == tuple(tuple(map(bool, row)) for row in again.matrix)
    assert code.path.count("M") == sum(map(sum, code.rows))


@pytest.mark.parametrize(
    "address", ["", "http://dichvucong.gov.vn", "javascript:alert(1)", "dichvucong.gov.vn"]
)
def test_only_a_secure_address_gets_a_code(address):
    assert Code.of(address) is None
    assert pdf(sheet(url=address)).startswith(b"%PDF-")


def test_the_squares_on_the_sheet_are_the_dark_modules():
    rectangles = re.findall(r"([\d.]+ [\d.]+ [\d.]+ [\d.]+) re f", _content(pdf(sheet())))
    dark = sum(map(sum, Code.of(ADDRESS).rows))
    bars = [tuple(map(float, bar.split())) for bar in rectangles]
    module = min(height for *_, height in bars)
    assert round(sum(width for _, _, width, _ in bars) / module) == pytest.approx(dark, abs=1)


def _content(made):
    return "\n".join(page.get_contents().get_data().decode("latin-1") for page in read(made).pages)
