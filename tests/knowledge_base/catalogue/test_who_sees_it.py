"""Whose a record is, and what citizens are not shown."""

import pytest

from knowledge_base.catalogue.hiding import duplicates
from knowledge_base.catalogue.province import province_of
from tests.knowledge_base.catalogue.base import catalogue, imported


@pytest.mark.parametrize(
    ("issuer", "province"),
    [
        ("UBND tỉnh Bắc Ninh", "Bắc Ninh"),
        ("UBND Thành phố Hải Phòng", "Hải Phòng"),
        ("Sở Xây dựng - tỉnh Quảng Ngãi", "Quảng Ngãi"),
        ("Trung tâm phục vụ hành chính công Thành phố Hà Nội", "Hà Nội"),
        ("UBND TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Ủy ban nhân dân tỉnh Đăk Lăk ", "Đắk Lắk"),
        ("UBND tỉnh Khánh Hoà", "Khánh Hòa"),
        ("UBND tỉnh Diều", "Diều"),
        ("Bộ Gió", ""),
    ],
)
def test_a_provinces_own_record_is_known_by_its_issuer(issuer, province):
    record = imported(type="SPECIFIC", departmentPromulgateName=issuer)
    assert province_of(record) == province


def test_what_a_province_issued_is_its_own_however_it_is_filed():
    assert province_of(imported(departmentPromulgateName="UBND tỉnh Bắc Ninh")) == "Bắc Ninh"
    assert province_of(imported(type="SPECIFIC", departmentPromulgateName="Bộ Gió")) == ""


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, ""),
        ({"isInternal": True}, "internal"),
        ({"code": "1.000001-Xoa"}, "test-junk"),
        ({"name": "Đăng ký kinh doanh 23/09"}, "test-junk"),
        ({"name": "Test thủ tục"}, "test-junk"),
        ({"procedureProposal": {"proposalNumber": "QĐ000001SNNTEST"}}, "test-junk"),
        ({"name": "Xử lý hàng tồn theo Nghị định 23/2026"}, ""),
        ({"name": "Kiểm tra chất lượng"}, ""),
        ({"executionSteps": [], "executionMethods": [], "executionCases": []}, "name-only"),
        (
            {
                "departmentPromulgateName": "",
                "procedureProposal": {"proposalNumber": "7/QĐ-UBND"},
            },
            "issuer-unknown",
        ),
    ],
)
def test_the_reason_is_kept_with_what_is_hidden(changes, reason):
    code = changes.pop("code", "1.000001")
    (stored,) = catalogue(imported(code, **changes)).records.values()
    assert stored.hidden_because == reason
    assert stored.for_citizens is (reason == "")


def test_a_copy_gives_way_to_the_one_updated_last():
    old, new = imported("1.000001"), imported("1.000002", updatedAt=1_784_000_000_000)
    imports = catalogue(old, new)
    records = imports.records
    assert records["1.000001"].hidden_because == "duplicate"
    assert imports.copies() == {"1.000001": "1.000002"}
    assert records["1.000001"].successors == ("1.000002",)
    assert records["1.000002"].for_citizens


def test_sisters_that_differ_in_level_are_no_copies():
    assert duplicates([imported("1.000001"), imported("1.000002", isMinistry=True)]) == {}


def test_provinces_with_the_same_procedure_are_no_copies():
    assert duplicates([imported(province="Lào Cai"), imported("1.000002", province="Hà Tĩnh")]) == {}
