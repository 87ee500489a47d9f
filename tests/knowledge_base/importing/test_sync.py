"""Fetching from the portal: slow, broken and forgetful, over real HTTP."""

from datetime import date, timedelta

import httpx
import pytest

from knowledge_base.importing.portal_client import PAGE_SIZE, Manners, PortalClient
from knowledge_base.importing.portal_list import listed_procedures
from knowledge_base.importing.sync import Progress, fetch
from knowledge_base.importing.sync_errors import PortalRefused, PortalSilent, TooManyLost
from tests.knowledge_base.importing.made_up_files import detail
from tests.world.portal import DETAIL, LIST, running_portal

TODAY = date(2026, 7, 18)
CODES = [f"1.{number:06}" for number in range(60)]
QUICK = Manners(calls_per_second=10_000, attempts=4, first_wait_seconds=0.001)


@pytest.fixture
def portal():
    with running_portal([detail(code) for code in CODES], page_size=25) as running:
        yield running


@pytest.fixture
def client(portal):
    with httpx.Client(base_url=portal.url, timeout=0.4, trust_env=False) as http:
        yield PortalClient(http, QUICK, sleep=lambda _: None)


@pytest.fixture
def synced(portal, client, tmp_path):
    """Fetch, and hand back the codes that came."""

    def run(today=TODAY):
        progress = Progress(tmp_path, today)
        return fetch(client, progress, today, lambda done, listed: None)

    return run


def test_everything_listed_is_fetched_once(portal, synced):
    fetched = synced()
    assert list(fetched.gathering.records) == CODES
    assert fetched.listed == frozenset(CODES)
    assert portal.calls == {LIST: 4, DETAIL: 60}
    record = fetched.gathering.records[CODES[0]].record
    assert record["source"]["url"].endswith("/thu-tuc-hanh-chinh/019d-1.000000")


@pytest.mark.parametrize("fault", ["error", "busy", "slow", "cut", "garbage", "not-ok"])
@pytest.mark.parametrize("call", [LIST, DETAIL])
def test_a_fault_that_passes_is_waited_out(call, fault, portal, synced):
    portal.plan(call, fault, "", fault, fault)
    assert list(synced().gathering.records) == CODES


def test_a_page_that_comes_twice_is_taken_once(portal, synced):
    portal.plan(LIST, "", "same-page", "same-page")
    assert list(synced().gathering.records) == CODES


def test_a_full_page_that_forgets_its_cursor_is_no_end():
    codes = [f"1.{number:06}" for number in range(PAGE_SIZE + 20)]
    with (
        running_portal([detail(code) for code in codes]) as portal,
        httpx.Client(base_url=portal.url, trust_env=False) as http,
    ):
        portal.plan(LIST, "no-cursor")
        assert len(listed_procedures(PortalClient(http, QUICK))) == len(codes)


def test_a_list_that_goes_round_ends(portal, client):
    portal.plan(LIST, *["", *["same-page"] * 50])
    assert len(listed_procedures(client)) >= 25
    assert portal.calls[LIST] < 10


def test_a_portal_that_is_down_is_told_and_nothing_is_lost(portal, synced):
    portal.plan(LIST, *["error"] * 4)
    with pytest.raises(PortalSilent, match="status 500"):
        synced()


def test_a_portal_that_refuses_is_not_asked_again(portal, synced):
    portal.plan(LIST, "refused")
    with pytest.raises(PortalRefused, match="MOTCUA_PORTAL_API_URL"):
        synced()
    assert portal.calls[LIST] == 1


def test_a_record_that_stays_lost_is_told_and_the_rest_is_there(portal, synced):
    portal.break_detail("019d-1.000007", "garbage")
    fetched = synced()
    assert len(fetched.gathering.records) == 59
    assert [refused.file[-8:] for refused in fetched.gathering.refused] == ["1.000007"]
    assert "1.000007" in fetched.listed


def test_a_record_that_the_portal_answers_empty_counts_as_lost(portal, synced):
    portal.details["019d-1.000007"] = {
        "id": "019d-1.000007",
        "code": "1.000007",
        "name": "",
        "type": "STANDARD",
    }
    assert len(synced().gathering.refused) == 1


def test_too_many_lost_records_change_nothing_and_the_next_run_fetches_only_these(portal, synced):
    lost = [f"019d-{code}" for code in CODES[10:13]]
    for portal_id in lost:
        portal.break_detail(portal_id, "error")
    with pytest.raises(TooManyLost, match="3 of 60"):
        synced()
    portal.heal()
    portal.asked.clear()
    fetched = synced()
    assert len(fetched.gathering.records) == 60
    assert (fetched.resumed, portal.asked) == (57, lost)


def test_a_portal_that_falls_silent_is_left_alone_soon(portal, synced):
    portal.plan(DETAIL, *[""] * 20, *["error"] * 1_000)
    with pytest.raises(PortalSilent, match="10 in a row"):
        synced()
    assert portal.calls[DETAIL] == 20 + 10 * QUICK.attempts


def test_what_was_fetched_days_ago_is_fetched_anew(portal, synced):
    portal.break_detail("019d-1.000059", "refused")
    assert len(synced().gathering.records) == 59
    assert synced(TODAY + timedelta(days=1)).resumed == 59
    assert synced(TODAY + timedelta(days=2)).resumed == 0


def test_the_portal_is_asked_no_faster_than_told(portal):
    with httpx.Client(base_url=portal.url, trust_env=False) as http:
        client = PortalClient(http, Manners(calls_per_second=20))
        for _ in range(5):
            client.page("")
    assert portal.times[-1] - portal.times[0] >= 4 / 20 * 0.9


def test_waits_grow_from_try_to_try(portal):
    waits = []
    portal.plan(LIST, *["busy"] * 4)
    with httpx.Client(base_url=portal.url, trust_env=False) as http:
        client = PortalClient(http, Manners(10_000, 5, first_wait_seconds=1.0), sleep=waits.append)
        client.page("")
    tries = [wait for wait in waits if wait > 0.5]
    assert len(tries) == 4
    assert tries[-1] > 2 * tries[0]
