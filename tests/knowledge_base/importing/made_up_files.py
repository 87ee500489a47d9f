"""Made-up official files of each format, on a procedure that does not exist."""

import io
import json
import tarfile
from copy import deepcopy
from datetime import date

from docx import Document
from openpyxl import Workbook

from knowledge_base.importing.parsed import Origin

ORIGIN = Origin("diều.json", date(2026, 7, 18))
MARCH_5 = 1_772_668_800_000
"""In milliseconds, 00:00 UTC: 7 o'clock of the same day in Viet Nam."""

DETAIL = {
    "id": "019d-1",
    "code": "1.000001",
    "name": "Cấp giấy phép\xa0thả diều ",
    "type": "STANDARD",
    "isInternal": False,
    "formalityType": "ASSIGNED_REGULATION",
    "isWard": True,
    "isProvince": True,
    "isMinistry": False,
    "isOtherAgency": False,
    "isFullProcess": True,
    "isOfflineOnly": False,
    "isNonTerritorial": False,
    "state": "ACTIVE",
    "updatedAt": MARCH_5,
    "categoriesDetails": [{"name": "Trò chơi dân gian", "code": "G99-TD01"}],
    "departmentPromulgateName": "Bộ Gió",
    "departmentPromulgateCode": "G99",
    "departmentsExecuting": [{"name": "Ủy ban nhân dân cấp xã"}],
    "unitGroupsExecuting": [None, {"name": "Phòng Gió"}],
    "departmentsAuthority": [{"name": "Ủy ban nhân dân cấp xã"}],
    "unitGroupsAuthority": [None],
    "subjectTypesDetails": [{"name": "Công dân Việt Nam"}, None],
    "executionSteps": [{"name": "", "description": "Bước 1: Nộp hồ sơ.\r\n\r\nBước 2: Nhận giấy phép."}],
    "executionMethods": [
        {
            "submissionMethod": "ONLINE",
            "processingTime": 3.5,
            "processingTimeUnit": "WORKING_DAY",
            "description": "Nộp trên Cổng",
            "fees": [
                {
                    "type": "FEE",
                    "value": 0,
                    "currencyName": None,
                    "description": "Do HĐND tỉnh quy định",
                },
                None,
            ],
        },
        {
            "submissionMethod": "DIRECT",
            "processingTime": "Theo mô tả",
            "processingTimeUnit": "OTHER",
            "fees": [{"type": "SERVICE_FEE", "value": 20000, "description": ""}],
        },
        None,
    ],
    "executionCases": [
        {
            "name": "* Giấy tờ phải nộp:",
            "profileComponents": [
                {
                    "name": "Đơn xin thả diều",
                    "code": "KQ-1",
                    "originalQty": 1,
                    "copyQty": 0,
                    "attachments": [{"fileName": "Mau01.docx"}],
                    "isProcessingResult": False,
                },
                {"name": "Người nộp ký tên.", "originalQty": 0, "copyQty": 0, "attachments": None},
            ],
        }
    ],
    "resultsDetails": [{"name": "Giấy phép thả diều", "code": "KQ.G99.000001"}],
    "legalBasisesDetails": [
        {"name": "Nghị định về diều", "code": "1/2026/NĐ-CP"},
        {"name": "Nghị định về diều", "code": "1/2026/NĐ-CP"},
        None,
    ],
    "requirementsAndConditions": "Có diều.",
    "description": "Có diều.",
    "decisionNo": "",
    "procedureProposal": {"proposalNumber": "12/QĐ-BG", "decisionDate": MARCH_5},
    "cases": [
        {"code": "1.000001.01", "name": "Thả diều", "processingDay": {"qty": 7, "type": "WORKING_DAY"}}
    ],
    "profileComponents": [],
}


def detail(code="1.000001", **changes):
    return {**deepcopy(DETAIL), "code": code, "id": f"019d-{code}", **changes}


def as_json(made_up):
    return json.dumps(made_up, ensure_ascii=False).encode()


def save_details(folder, *codes, **changes):
    """Write a folder of records as the portal has them, no two alike."""
    folder.mkdir(parents=True, exist_ok=True)
    for code in codes:
        made_up = detail(code, **{"name": f"Cấp giấy phép thả diều {code}", **changes})
        (folder / f"{code}.json").write_bytes(as_json(made_up))
    return folder


def tar_gz(members, mode="w:gz"):
    """Return an archive of the members, contents by path."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for path, content in members.items():
            info = tarfile.TarInfo(path)
            info.size, info.mtime = len(content), 1_784_332_800
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def workbook(*rows, header=("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")):
    made = Workbook()
    sheet = made.active
    sheet.append(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH THỦ TỤC HÀNH CHÍNH"])
    sheet.merge_cells("A1:E1")
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    return _saved(made)


def word(labels, ways=(), papers=(), laws=()):
    """Return an export of the old portal: bold labels, tables below three of them."""
    made = Document()
    made.add_paragraph().add_run("Chi tiết thủ tục hành chính").bold = True
    tables = {
        "Cách thức thực hiện": ("Hình thức nộp", "Thời hạn giải quyết", "Phí, lệ phí", "Mô tả"),
        "Thành phần hồ sơ": ("Tên giấy tờ", "Mẫu đơn, tờ khai", "Số lượng"),
        "Căn cứ pháp lý": ("Số ký hiệu", "Trích yếu", "Ngày ban hành", "Cơ quan ban hành"),
    }
    rows = dict(zip(tables, (ways, papers, laws), strict=True))
    for label, value in labels.items():
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value).bold = False
        if label == "Thành phần hồ sơ":
            made.add_paragraph().add_run("Bao gồm").bold = True
        if label in tables:
            _add_table(made, [tables[label], *rows[label]])
    return _saved(made)


def _add_table(made, rows):
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            for line in text.split("\n"):
                cell.add_paragraph(line)


def _saved(made):
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()
