"""Whatever stands in the place of a field: a record, or a reason that names the field; never a crash."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.importing.errors import ImportProblem
from knowledge_base.importing.parsed import Parsed
from knowledge_base.importing.reading import read_content
from knowledge_base.official.block import official_block
from tests.knowledge_base.importing.made_up_files import DETAIL, ORIGIN, as_json
from tests.knowledge_base.importing.pdf_maker import BOLD, Page, pdf

ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.floats(), st.text(max_size=9),
    st.just([]), st.just({}), st.just([None]), st.just([[]]), st.just([{}]), st.just({"name": {}}),
)  # fmt: skip


def places(value, way=()):
    """Every place in a record at which something else may stand."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield (*way, key)
        yield from places(item, (*way, key))


@given(st.sampled_from(list(places(DETAIL))), ANYTHING)
@settings(max_examples=400, deadline=None)
def test_anything_in_any_place_is_read_or_told(place, value):
    made = deepcopy(DETAIL)
    at = made
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    for read in read_content(as_json(made), ORIGIN):
        assert isinstance(read, Parsed | ImportProblem)
        if isinstance(read, Parsed):
            official_block(read.record)


@given(st.binary(max_size=200), st.sampled_from([b"", b"{", b"[", b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_told(content, beginning):
    assert all(isinstance(read, ImportProblem) for read in read_content(beginning + content, ORIGIN))


def test_tables_of_other_columns_are_told():
    head = Page().row(137, 177, "Tên thủ tục", "Thả diều").row(177, 217, "Mã thủ tục", "1.000001")
    for heading, row in (("CÁCH THỨC THỰC HIỆN", ["Trực tiếp"] * 3), ("THÀNH PHẦN HỒ SƠ", ["Đơn"] * 2)):
        table = Page().heading(heading, 60).row(80, 100, *row, font=BOLD).row(100, 120, *row)
        (problem,) = read_content(pdf(head, table), ORIGIN)
        assert "columns" in str(problem)
