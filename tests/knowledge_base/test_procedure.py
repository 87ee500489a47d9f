"""What a procedure works out from its own record."""

from dataclasses import replace

import pytest

from knowledge_base.procedure import FilingMode, LegalBasis, ProcessingTime
from knowledge_base.procedure_file import read_procedure
from tests.knowledge_base.made_up import save

LAND_LAW = LegalBasis("Luật số 31/2024/QH15", "Luật Đất đai")


@pytest.fixture
def procedure(tmp_path):
    return read_procedure(save(tmp_path), "1.000001.yml").procedure


def row(mode, value, unit="working_day"):
    return FilingMode(mode, ProcessingTime(value, unit, ""), (), "")


@pytest.mark.parametrize(
    ("modes", "laws", "longer"),
    [
        ([row("online", 8), row("direct", 18)], [LAND_LAW], True),
        ([row("online", 7), row("direct", 17, "day")], [LAND_LAW], True),
        ([row("online", 8), row("direct", 18)], [], False),
        ([row("online", 8), row("direct", 8)], [LAND_LAW], False),
        ([row("online", 18), row("direct", 8)], [LAND_LAW], False),
        ([row("online", 8, "hour"), row("direct", 18, "hour")], [LAND_LAW], False),
        ([row("online", None, None), row("direct", 10)], [LAND_LAW], False),
        ([row("direct", 18)], [LAND_LAW], False),
    ],
)
def test_ten_days_more_in_person_is_flagged_for_land_only(modes, laws, longer, procedure):
    changed = replace(procedure, modes=tuple(modes), legal_basis=tuple(laws))
    assert changed.longer_time_in_person is longer
