"""The old portal's Word export: OOXML under the name of the old format."""

import io
import zipfile

import pytest

from knowledge_base.importing.parsed import Format
from knowledge_base.importing.reading import read_content
from knowledge_base.official.block import official_block
from tests.knowledge_base.importing.made_up_files import ORIGIN, word

LABELS = {
    "Mã thủ tục": "1.000001",
    "Số quyết định": "12/QĐ-BG",
    "Tên thủ tục": "Cấp giấy phép thả diều.",
    "Cấp thực hiện": "Cấp Tỉnh, Cấp Xã",
    "Loại thủ tục": "Loại khác",
    "Lĩnh vực": "Trò chơi",
    "Trình tự thực hiện": "Bước 1: Nộp hồ sơ.",
    "Cách thức thực hiện": "",
    "Thành phần hồ sơ": "",
    "Đối tượng thực hiện": "Công dân Việt Nam;Doanh nghiệp",
    "Cơ quan thực hiện": "Phòng Gió",
    "Cơ quan phối hợp": "Không có thông tin",
    "Địa chỉ tiếp nhận HS": "Đồi Gió",
    "Kết quả thực hiện": "Giấy phép thả diều",
    "Căn cứ pháp lý": "",
    "Yêu cầu, điều kiện thực hiện": "Có diều.",
    "Từ khóa": "Không có thông tin",
}
TABLES = {
    "ways": [
        ("Trực tiếp", "15 Ngày làm việc", "Lệ phí : 20.000 Đồng (một lần)", "Tại xã"),
        ("Trực tuyến", "Trong ngày", "Phí : Miễn phí\nLệ phí : Do HĐND tỉnh quy định", ""),
    ],
    "papers": [("Đơn xin thả diều", "Mẫu 01.doc", "Bản chính: 1\nBản sao: 0")],
    "laws": [("1/2026/NĐ-CP", "Nghị định về diều", "05-03-2026", "Chính phủ")],
}


def read(content):
    (parsed,) = read_content(content, ORIGIN)
    return parsed


def test_all_facts_are_read():
    parsed = read(word(LABELS, **TABLES))
    assert parsed.format is Format.WORD
    block = official_block(parsed.record)
    assert block["name"] == "Cấp giấy phép thả diều"
    assert block["decision"]["number"] == "12/QĐ-BG"
    assert block["levels"] == ["Cấp tỉnh", "Cấp xã"]
    assert block["subjects"] == ["Công dân Việt Nam", "Doanh nghiệp"]
    assert block["agencies"] == {"executing": ["Phòng Gió"], "competent": [], "coordinating": []}
    assert block["receiving_address"] == "Đồi Gió"
    assert block["results"] == ["Giấy phép thả diều"]
    assert block["legal_basis"] == [{"number": "1/2026/NĐ-CP", "title": "Nghị định về diều"}]
    assert block["conditions"] == "Có diều."
    assert parsed.record["steps"] == [{"name": "", "text": "Bước 1: Nộp hồ sơ."}]
    assert parsed.record["keywords"] == ""


def test_quantities_and_forms_stand_with_their_paper():
    (case,) = official_block(read(word(LABELS, **TABLES)).record)["documents"]
    assert case == {
        "case": "",
        "items": [{"name": "Đơn xin thả diều", "originals": 1, "copies": 0, "forms": ["Mẫu 01.doc"]}],
    }


def test_times_and_fees_are_numbers_where_they_say_no_more():
    direct, online = read(word(LABELS, **TABLES)).record["submission"]
    assert (direct["time_value"], direct["time_unit_code"]) == (15, "WORKING_DAY")
    assert direct["fees"] == [{"kind": "Lệ phí", "amount": 20000, "currency": None, "text": "một lần"}]
    assert (online["time_value"], online["time_text"]) == (None, "Trong ngày")
    assert [(fee["amount"], fee["text"]) for fee in online["fees"]] == [
        (0, ""),
        (None, "Do HĐND tỉnh quy định"),
    ]


def test_a_container_that_lacks_its_parts_is_read_from_the_xml():
    whole, bare = zipfile.ZipFile(io.BytesIO(word(LABELS, **TABLES))), io.BytesIO()
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("word/document.xml", whole.read("word/document.xml"))
    assert read(bare.getvalue()).record == read(word(LABELS, **TABLES)).record


@pytest.mark.parametrize(
    ("missing", "field"), [("Tên thủ tục", "name"), ("Mã thủ tục", "code")], ids=["name", "code"]
)
def test_an_export_without_its_name_or_code_is_refused(missing, field):
    labels = {label: value for label, value in LABELS.items() if label != missing}
    assert str(read(word(labels, **TABLES))).startswith(f"{field}: ")


def test_an_unknown_way_of_filing_is_told():
    assert "ways of filing" in str(read(word(LABELS, ways=[("Bồ câu", "", "", "")])))
