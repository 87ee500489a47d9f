"""The action server's client and the real intake backend understand each other."""

import pytest

from actions.dossier import Clock
from actions.intake import IntakeClient, LookupRefused
from office.dossier_code import DossierCode
from tests.conftest import fresh_database
from tests.intake.desk import CODE, COMPANY, Desk


@pytest.fixture(scope="module")
def desk(postgres, migrated):
    with fresh_database(postgres, migrated) as dsn, Desk(dsn) as desk:
        yield desk


def dossier(desk, code, factor, session="citizen"):
    token = desk.prove(factor, code, session="citizen").json()["proof_token"]
    asked = IntakeClient(desk.http).dossier(DossierCode.parse(code), session=session, proof_token=token)
    return desk.run(asked)


def test_a_proved_dossier_is_read_with_its_dates_and_clock(desk):
    shown = dossier(desk, CODE, "093471")
    assert (shown.status, shown.clock, shown.procedure) == (4, Clock.RUNNING, "1.013831")
    assert f"{shown.received_on:%d/%m/%Y}" == "01/09/2026"
    assert f"{shown.due_on:%d/%m/%Y}" == "30/09/2026"
    assert shown.working_days_left > 0


def test_a_supplement_is_read_with_the_clock_paused(desk):
    shown = dossier(desk, COMPANY, "220417")
    assert (shown.status, shown.clock) == (5, Clock.PAUSED)
    assert shown.supplement == "Văn bản ủy quyền"


def test_the_token_of_another_session_is_refused(desk):
    with pytest.raises(LookupRefused):
        dossier(desk, CODE, "556208", session="stranger")
