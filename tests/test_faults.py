"""Whatever breaks between the services, a citizen hears a true sentence in time, and soon it is well again.

A sample; ``make prove ISSUE=faults`` plays every fault before every part.
"""

import time

import pytest

from tests.conftest import fresh_database
from tests.world.faulty_stack import faulty_stack
from tests.world.faulty_talks import is_well, needs

pytestmark = pytest.mark.stack
IN_TIME_SECONDS = 8.0
WELL_AGAIN_SECONDS = 5.0


@pytest.fixture(scope="module")
def faulty(tmp_path_factory, engine_state, postgres, migrated):
    state_dir = tmp_path_factory.mktemp("faulty")
    (state_dir / "models").symlink_to(engine_state / "models")
    with fresh_database(postgres, migrated) as dsn, faulty_stack(state_dir, dsn) as stack:
        yield stack


@pytest.mark.parametrize(
    ("part", "fault"), [("engine", "slow"), ("actions", "down"), ("intake", "error"), ("database", "down")]
)
def test_a_fault_is_admitted_in_time_and_forgotten_soon_after(part, fault, faulty):
    talk, text = needs(faulty, part)
    faulty.proxies[part].fault = fault
    heard, seconds = talk.ask(text, within=IN_TIME_SECONDS + 2)
    faulty.proxies[part].fault = ""
    ended = time.monotonic()
    assert heard["text"].strip()
    assert heard["outcome"].startswith("error_")
    assert seconds <= IN_TIME_SECONDS
    while not is_well(faulty, part):
        assert time.monotonic() - ended < WELL_AGAIN_SECONDS
    assert time.monotonic() - ended < WELL_AGAIN_SECONDS
