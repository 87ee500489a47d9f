"""Every side of every procedure in the knowledge base can be told, and keeps to the truth rules."""

import re

import pytest

from actions.answering import reply_to
from actions.choices import case_choices
from actions.documents import needs_case
from actions.phrasing import SECTIONS
from actions.topic import Answer
from knowledge_base.knowledge import read_knowledge
from office.wording import find
from tests.actions.desk import services, style

PROCEDURES = sorted(read_knowledge().procedures.values(), key=lambda procedure: procedure.code)
KNOWLEDGE, STYLE = services(*PROCEDURES).knowledge, style()
BARE_ZERO = re.compile(r"(?<![\d.])0 (đồng|VNĐ|USD)")


def told(procedure, facets, case=None):
    reply = reply_to(Answer(procedure, facets, case), KNOWLEDGE, STYLE)
    return find(reply.response).text.format_map(reply.message())


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.code)
def test_every_side_is_told_with_its_source(procedure):
    for facet in SECTIONS:
        text = told(procedure, (facet,))
        assert procedure.short_name in text
        assert facet in ("documents", "checklist") or f"Nguồn: thủ tục {procedure.code}" in text
        assert "None" not in text
        assert not re.search(r"[{}]", text)
        assert not BARE_ZERO.search(text)
        assert "\n\n\n" not in text


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.code)
def test_land_fees_are_never_called_free(procedure):
    if procedure.field == "Đất đai":
        assert "miễn phí" not in told(procedure, ("fee",)).replace("không có nghĩa là miễn phí", "")


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.code)
def test_every_case_that_is_offered_can_be_told(procedure):
    if needs_case(procedure, STYLE):
        for choice in case_choices(procedure, STYLE):
            assert "Nguồn:" in told(procedure, ("documents",), int(choice.code.partition("#")[2]) - 1)
