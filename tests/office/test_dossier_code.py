"""Dossier codes of every shape in use are read; nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.vietnamese.canonical import canonical
from office.dossier_code import DossierCode, InvalidDossierCode, find_dossier_codes, locate_dossier_codes


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("000.A0.01.H26-210212-9090", ["000.A0.01.H26-210212-9090"]),
        ("000.00.01.H26-260930-0012", ["000.00.01.H26-260930-0012"]),
        ("000.00.04.H51-200221-0001", ["000.00.04.H51-200221-0001"]),
        ("H57.132-260804-0583", ["H57.132-260804-0583"]),
        ("H26.19-250701-0012", ["H26.19-250701-0012"]),
        ("H26-250701-0012", ["H26-250701-0012"]),
        ("H26.19.5-250701-0012", ["H26.19.5-250701-0012"]),
        ("G09.20-20260609-0092637", ["G09.20-20260609-0092637"]),
        ("03706/2026/07906", ["03706/2026/07906"]),
        ("H26.19-240229-0001", ["H26.19-240229-0001"]),
        ("hồ sơ h26.19-250701-0012 tới đâu rồi", ["H26.19-250701-0012"]),
        ("h26.19–250701–0012", ["H26.19-250701-0012"]),
        ("H26.19 — 250701 — 0012", ["H26.19-250701-0012"]),
        ("H26 . 19 - 250701 - 0012", ["H26.19-250701-0012"]),
        ("H26.19 250701 0012", ["H26.19-250701-0012"]),
        ("000. 00. 01. H26- 260930- 0012", ["000.00.01.H26-260930-0012"]),
        ("03706 / 2026 / 07906", ["03706/2026/07906"]),
        ("Ｈ26.19－250701－0012", ["H26.19-250701-0012"]),
        ("H26\u200b.19\u00ad250701\u00ad0012", ["H26.19-250701-0012"]),
        ("Mã số hồ sơ: H57.132-260804-0583 - Số phiếu: 26.10229", ["H57.132-260804-0583"]),
        ("Mã hồ sơ:H26.19-250701-0012. Ngày hẹn trả 25/07/2025", ["H26.19-250701-0012"]),
        ("ho so. H26.19-250701-0012", ["H26.19-250701-0012"]),
        ("mã H26.19-250701-0012, mật khẩu 123456", ["H26.19-250701-0012"]),
        ("(H26.19-250701-0012)", ["H26.19-250701-0012"]),
        ("H26.19-250701-0012;H26.19-250701-0013", ["H26.19-250701-0012", "H26.19-250701-0013"]),
        ("h26.19-250701-0012 và 03706/2026/07906", ["H26.19-250701-0012", "03706/2026/07906"]),
        ("H26.19-250701-0012 H26-250701-0013 g09.20-20260609-0092637", [
            "H26.19-250701-0012", "H26-250701-0013", "G09.20-20260609-0092637",
        ]),
        ("H26.19-250701-0012 hay H26.19 - 250701 - 0012", ["H26.19-250701-0012"]),
        ("1. H26.19-250701-0012\n2. H26.19-250701-0013", ["H26.19-250701-0012", "H26.19-250701-0013"]),
        ("H26.19-250701-0012?", ["H26.19-250701-0012"]),
        ("tra-cuu?ma=H26.19-250701-0012", ["H26.19-250701-0012"]),
        ("H26.19-25O7O1-0012", ["H26.19-250701-0012"]),
        ("h26.19-25o7o1-oo12", ["H26.19-250701-0012"]),
        ("OOO.OO.O1.H26-260930-0012", ["000.00.01.H26-260930-0012"]),
        ("000.A0.01.H26-261020-9O90", ["000.A0.01.H26-261020-9090"]),
        ("G09.20-2O260609-0092637", ["G09.20-20260609-0092637"]),
        ("H26 19 250701 0012", ["H26.19-250701-0012"]),
        ("mã là H26 19 250701 0012 mã tra cứu M3PD 7RWE", ["H26.19-250701-0012"]),
        ("H57 132 260804 0583", ["H57.132-260804-0583"]),
        ("H26-19-261102-0009", ["H26.19-261102-0009"]),
        ("H26 19-261102-0009", ["H26.19-261102-0009"]),
    ],
)  # fmt: skip
def test_codes_are_read_in_the_order_typed(typed: str, codes: list[str]) -> None:
    assert [str(code) for code in find_dossier_codes(typed)] == codes


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1.012753",
        "1.012753.H19",
        "1.012769.000.00.00.H17",
        "1.001193.02",
        "2.009182739",
        "0912345678",
        "+84 912 345 678",
        "001203012345",
        "001 203 012345",
        "151/2025/NĐ-CP",
        "3380/QĐ-BNNMT",
        "66.7/2025/NQ-CP",
        "205/TTr-SNNMT",
        "25/08/2025",
        "2025-07-01",
        "H26-250231-0001",
        "H26.19-251301-0012",
        "H26.19-250229-0012",
        "G09.20-20260631-0092637",
        "H26.19-250701-001",
        "H26.19-250701-00123456",
        "H26.19-2507010012",
        "H26.19",
        "26.10229",
        "000.00.00.G15-KQ003208",
        "KQ.G15.000031",
        "0101234567-001",
        "30A-123.45",
        "9.H26.19-250701-0012",
        "XH26.19-250701-0012",
        "H26.19-250701-0012-34",
        "H26.19-250701-0012/2025",
        "03706/1926/07906",
        "103706/2026/07906",
        "03706/2026/07906/1",
        "1.500.000 đồng",
        "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
        "tờ bản đồ 12, thửa 250701",
        "phòng P12 090112 3456",
    ],
)
def test_what_is_no_dossier_code_is_never_taken_for_one(typed: str) -> None:
    assert find_dossier_codes(typed) == []


def test_parsing_gives_the_canonical_form() -> None:
    assert DossierCode.parse(" h26.19 – 250701 – 0012. ") == DossierCode("H26.19-250701-0012")


@pytest.mark.parametrize("typed", ["", "hồ sơ H26.19-250701-0012", "H26-250231-0001", "1.012753"])
def test_parsing_anything_else_is_refused_with_the_text_as_typed(typed: str) -> None:
    with pytest.raises(InvalidDossierCode) as refused:
        DossierCode.parse(typed)
    assert refused.value.args == (typed,)


@pytest.mark.parametrize(
    ("code", "prefix"),
    [
        ("H26.19-250701-0012", "H26.19"),
        ("000.00.01.H26-260930-0012", "000.00.01.H26"),
        ("03706/2026/07906", "03706"),
    ],
)
def test_the_unit_that_keeps_the_dossier_is_named_first(code: str, prefix: str) -> None:
    assert DossierCode.parse(code).unit_prefix == prefix


def test_a_code_is_located_as_it_was_typed() -> None:
    text = "xem h26.19 - 250701 - 0012 nhé"
    [(start, end, code)] = locate_dossier_codes(text)
    assert text[start:end] == "h26.19 - 250701 - 0012"
    assert code == DossierCode("H26.19-250701-0012")


@pytest.mark.parametrize("code", ["H26.19-250701-0012", "000.00.01.H26-260930-0012", "03706/2026/07906"])
def test_the_canonical_form_of_a_text_keeps_its_codes(code: str) -> None:
    assert find_dossier_codes(canonical(f"hs {code.lower()} lm tới đâu r")) == [DossierCode(code)]


@given(st.text(alphabet=st.characters(), max_size=60) | st.text(alphabet="HG0123456789.-/ ", max_size=60))
def test_any_text_is_searched_and_every_code_found_can_be_parsed(text: str) -> None:
    for code in find_dossier_codes(text):
        assert DossierCode.parse(str(code)) == code


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text", ["H26." * 25_000, "000.00." * 15_000, "0 . " * 25_000, "H26-250701-" * 9_000]
)
def test_a_long_text_is_searched_in_linear_time(text: str) -> None:
    assert find_dossier_codes(text) == []
