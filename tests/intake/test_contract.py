"""The two callers of the backend, on its real application: what one sends, the other understands."""

import httpx
import pytest

from actions.dossier import Clock
from actions.intake import IntakeClient, IntakeUnavailable, LookupRefused
from bot.deadline import Deadline
from bot.intake import REFUSED, ProofDesk
from office.dossier_code import DossierCode
from tests.intake.desk import COMPANY, SECRET, Desk

CODE = DossierCode("H26.19-260901-0012")


def callers(desk):
    return ProofDesk(desk.http, seconds=3.0), IntakeClient(desk.http)


def exchange(desk, factor, code=CODE):
    proofs, _ = callers(desk)
    return desk.run(
        proofs.exchange(
            code, factor, session="conversation", client="10.0.0", deadline=Deadline.in_seconds(5)
        )
    )


def dossier(desk, token, code=CODE, session="conversation"):
    return desk.run(callers(desk)[1].dossier(code, session=session, proof_token=token))


def test_a_proof_taken_by_the_gateway_opens_the_dossier_to_the_action(desk):
    found = dossier(desk, exchange(desk, "093471"))
    assert (found.status, found.clock, found.procedure) == (4, Clock.RUNNING, "1.013831")
    assert found.working_days_left == 11
    assert (found.supplement, found.where, found.finished_on) == ("", "", None)


def test_a_supplement_reaches_the_action(desk):
    company = DossierCode(COMPANY)
    found = dossier(desk, exchange(desk, "p5ye8xgd", company), company)
    assert (found.clock, found.supplement) == (Clock.PAUSED, "Văn bản ủy quyền")


def test_a_refused_proof_is_no_fault(desk):
    assert exchange(desk, "000001") == REFUSED


def test_a_token_of_another_conversation_is_refused(desk):
    token = exchange(desk, "093471")
    with pytest.raises(LookupRefused):
        dossier(desk, token, session="another")


def test_a_wrong_secret_is_a_fault_and_no_refusal(desk):
    transport = httpx.ASGITransport(desk.app)
    stranger = httpx.AsyncClient(
        transport=transport, base_url="http://intake", headers={"X-Motcua-Secret": SECRET[1:]}
    )
    with pytest.raises(IntakeUnavailable):
        desk.run(IntakeClient(stranger).dossier(CODE, session="conversation", proof_token="token"))
    desk.run(stranger.aclose())


def test_a_backend_without_database_is_a_fault_and_no_refusal():
    with Desk("host=127.0.0.1 port=9", file=None) as desk, pytest.raises(IntakeUnavailable):
        dossier(desk, "token")
