"""A handful of small made-up procedures, each with one trap of the official catalogue."""

from dataclasses import replace
from datetime import date

from knowledge_base.procedure import (
    Agencies,
    Decision,
    DocumentCase,
    Fee,
    FilingMode,
    LegalBasis,
    Procedure,
    ProcessingTime,
    RequiredDocument,
    Step,
)

LAND_FEE = Fee("Lệ phí", 0, "VND", "Theo quy định của Luật phí và lệ phí.")


def paper(name, originals=1, copies=0, forms=()):
    return RequiredDocument(name, originals, copies, tuple(forms), note=not originals and not copies)


def working_days(value):
    return ProcessingTime(value, "working_day", "")


def mode(name, time, *fees, description=""):
    return FilingMode(name, time, tuple(fees), description)


SPLIT = Procedure(
    code="1.000001",
    name="Tách thửa hoặc hợp thửa đất",
    short_name="Tách thửa, hợp thửa đất",
    distinction="chia hoặc gộp thửa đất",
    summary="Dùng khi bạn muốn chia một thửa đất hoặc gộp nhiều thửa thành một.",
    field="Đất đai",
    levels=("Cấp tỉnh",),
    subjects=("Công dân Việt Nam",),
    issuer="Bộ Nông nghiệp và Môi trường",
    decision=Decision("3380/QĐ-BNNMT", date(2025, 8, 25)),
    portal_url="https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1",
    updated_on=date(2026, 4, 16),
    crawled_on=date(2026, 7, 18),
    review_by=date(2027, 1, 18),
    agencies=Agencies(("Văn phòng đăng ký đất đai",), (), ()),
    receiving_address="",
    modes=(
        mode("online", working_days(12), LAND_FEE),
        mode("postal", working_days(12), LAND_FEE),
        mode("direct", working_days(22), LAND_FEE),
    ),
    documents=(
        DocumentCase(
            "",
            (
                paper("- Đơn đề nghị tách thửa đất, hợp thửa đất theo Mẫu số 21.", 1, 1, ["Mau21.docx"]),
                paper("Giấy chứng nhận đã cấp;"),
                paper("Trường hợp nộp bản sao thì xuất trình bản chính.", 0, 0),
            ),
        ),
    ),
    results=("Giấy chứng nhận quyền sử dụng đất.",),
    legal_basis=(LegalBasis("31/2024/QH15", "Luật Đất đai"),),
    conditions="",
    steps=(
        Step("Bạn nộp hồ sơ tại Trung tâm Phục vụ hành chính công.", "Trình tự thực hiện"),
        Step("Cơ quan đăng ký kiểm tra hồ sơ.", "Trình tự thực hiện"),
    ),
    notes=(),
    aliases=("tách thửa", "tách sổ", "hợp thửa"),
    questions=(),
    special_words=(),
    siblings=(),
)

BIRTH = replace(
    SPLIT,
    code="1.000002",
    name="Thủ tục đăng ký khai sinh",
    short_name="Đăng ký khai sinh",
    distinction="trẻ mới sinh",
    summary="Dùng để ghi nhận việc sinh của trẻ.",
    field="Hộ tịch",
    levels=("Cấp xã",),
    issuer="Bộ Tư pháp",
    decision=Decision("", None),
    agencies=Agencies(("Ủy ban nhân dân cấp xã",), (), ()),
    modes=(
        mode("direct", ProcessingTime(1, None, ""), Fee("Lệ phí", 0, "VND", "")),
        mode(
            "online",
            ProcessingTime(None, None, "Ngay trong ngày tiếp nhận yêu cầu"),
            Fee("Lệ phí", 0, "VND", ""),
        ),
    ),
    documents=(
        DocumentCase("* Giấy tờ phải nộp:", (paper("Giấy chứng sinh"),)),
        DocumentCase("* Lưu ý:", tuple(paper(f"Lưu ý thứ {n}", 0, 0) for n in range(1, 9))),
        DocumentCase("", (paper("Tờ khai đăng ký khai sinh theo mẫu"),)),
    ),
    conditions="Trẻ sinh ra tại Việt Nam.",
    legal_basis=(),
    aliases=("làm giấy khai sinh",),
)

HOUSEHOLD = replace(
    SPLIT,
    code="1.000003",
    name="Đăng ký đất đai, cấp Giấy chứng nhận lần đầu đối với hộ gia đình, cá nhân",
    short_name="Cấp sổ đỏ lần đầu cho hộ gia đình, cá nhân",
    distinction="hộ gia đình, cá nhân đang sử dụng đất",
    levels=("Cấp xã",),
    subjects=("Công dân Việt Nam",),
    aliases=("làm sổ đỏ lần đầu",),
    siblings=("1.000004",),
)

ORGANISATION = replace(
    HOUSEHOLD,
    code="1.000004",
    name="Đăng ký đất đai, cấp Giấy chứng nhận lần đầu đối với tổ chức",
    short_name="Cấp sổ đỏ lần đầu cho tổ chức",
    distinction="tổ chức đang sử dụng đất",
    levels=("Cấp tỉnh",),
    subjects=("Doanh nghiệp",),
    aliases=("tổ chức làm sổ đỏ lần đầu",),
    special_words=("tổ chức", "công ty"),
    siblings=("1.000003",),
)

LEASE = replace(
    SPLIT,
    code="1.000005",
    name="Gia hạn thuê rừng",
    short_name="Gia hạn thuê rừng",
    distinction="hết hạn thuê rừng",
    documents=(
        DocumentCase("a) Đối với cá nhân:", tuple(paper(f"Giấy A{n}") for n in range(1, 16))),
        DocumentCase("b) Đối với công ty:", tuple(paper(f"Giấy B{n}") for n in range(1, 16))),
        DocumentCase("* Lưu ý:", (paper("Bản dịch phải chứng thực", 0, 0),)),
    ),
    aliases=("gia hạn thuê rừng",),
)

PROCEDURES = (SPLIT, BIRTH, HOUSEHOLD, ORGANISATION, LEASE)
