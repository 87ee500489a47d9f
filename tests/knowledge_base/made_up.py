"""A made-up catalogue record with one of each trap, and files made of it."""

from copy import deepcopy

from knowledge_base.draft import draft

RECORD = {
    "code": "1.000001",
    "internal": False,
    "name": "CẤP\xa0GIẤY PHÉP  THẢ DIỀU ;",
    "field": "Thi đua – Khen thưởng",
    "levels": ["Cấp xã", None],
    "promulgating_agency": "Bộ Gió ",
    "decision_number": "205/TTr-SNNMT",
    "decision_date": None,
    "portal_updated": "2026-04-16",
    "portal_id": "019d",
    "subjects": ["Công dân Việt Nam", None, "Công dân Việt Nam"],
    "executing_agencies": ["Ủy ban nhân dân cấp xã"],
    "competent_agencies": [None],
    "coordinating_agencies": None,
    "receiving_address": "",
    "submission": [
        {
            "mode": "Trực tiếp",
            "time_value": 17.5,
            "time_unit": "ngày làm việc",
            "time_unit_code": "WORKING_DAY",
            "time_text": None,
            "fees": [
                {"kind": "Lệ phí", "amount": 0, "currency": None, "text": "Do HĐND tỉnh quy định"},
                {"kind": None, "amount": None, "currency": "USD", "text": ""},
            ],
            "description": "",
        },
        {
            "mode": "Trực tuyến",
            "time_value": 1,
            "time_unit": None,
            "time_unit_code": "OTHER",
            "time_text": None,
            "fees": [None],
            "description": "Trong ngày",
        },
        {
            "mode": "Dịch vụ bưu chính",
            "time_value": None,
            "time_unit": None,
            "time_unit_code": "OTHER",
            "time_text": "Theo mô tả",
            "fees": [],
            "description": "",
        },
    ],
    "document_cases": [
        {
            "case": "--",
            "documents": [
                {
                    "name": "- Đơn xin;",
                    "originals": 1,
                    "copies": 0,
                    "forms": ["Mẫu 1.docx"],
                    "is_result": False,
                },
                {"name": "Người nộp ký tên.", "originals": 0, "copies": 0, "forms": [], "is_result": False},
                {"name": "Giấy phép", "originals": 1, "copies": 0, "forms": [], "is_result": True},
            ],
        },
        {
            "case": "* Lưu ý:",
            "documents": [
                {"name": "Mang bản chính.", "originals": 1, "copies": 1, "forms": [], "is_result": False}
            ],
        },
    ],
    "results": [{"name": "Giấy phép"}, None],
    "legal_basis": [
        {"number": "118/2025/NĐ-C", "name": "Nghị định;"},
        None,
        {"number": "118/2025/NĐ-C", "name": "Nghị định"},
        {"number": "28/2026/QĐ-UBND.", "name": "Quyết định"},
    ],
    "conditions": "Có diều.\n\n \uf0fc Có dây\u200e.",
    "source": {"crawled": "2026-07-18"},
}

_STEPS = "\n".join(f"  - text: Bước {n}, bạn thả diều.\n    source: Trình tự thực hiện" for n in (1, 2, 3))


def record(**changes):
    return {**deepcopy(RECORD), **changes}


def written(made_up=RECORD, *, siblings="[]", review_by="2027-01-18"):
    """Return the text of a finished file: a draft with the words that are ours filled in."""
    text = draft(made_up)
    return (
        text.replace("short_name: ''", "short_name: Xin thả diều")
        .replace("distinction: ''", "distinction: người thả diều")
        .replace("summary: ''", "summary: Dành cho người muốn thả diều.")
        .replace("  - text: ''\n    source: ''", _STEPS)
        .replace("siblings: []", f"siblings: {siblings}")
        .replace("review_by: 2027-01-18", f"review_by: {review_by}")
    )


def save(folder, code="1.000001", text=None, **changes):
    path = folder / "procedures" / "dieu" / f"{code}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(record(code=code), **changes) if text is None else text, "utf-8")
    return path


def save_aliases(folder, text, name="dieu"):
    path = folder / "aliases" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
