"""Whatever breaks between the services, a citizen hears a true sentence in time, and soon it is well again.

A sample of each; ``make prove ISSUE=faults`` plays every fault before every part.
"""

import time

import pytest

from tests.world.faulty_stack import faulty_stack

pytestmark = pytest.mark.stack
QUESTION = "tách thửa đất cần giấy tờ gì"
CODE, KEY = "H26.19-250701-0012", "M3PD-7RWE"
IN_TIME_SECONDS = 8.0
WELL_AGAIN_SECONDS = 5.0


@pytest.fixture(scope="module")
def faulty(tmp_path_factory, engine_state, postgres, migrated):
    from tests.conftest import fresh_database

    state_dir = tmp_path_factory.mktemp("faulty")
    (state_dir / "models").symlink_to(engine_state / "models")
    with fresh_database(postgres, migrated) as dsn, faulty_stack(state_dir, dsn) as stack:
        yield stack


def needs(stack, part):
    """Begin a conversation whose next message needs the part; return it with that message."""
    talk = stack.begin()
    if part != "intake":
        return talk, QUESTION
    talk.ask(CODE, within=IN_TIME_SECONDS)
    return talk, KEY


def is_well(stack, part):
    talk, text = needs(stack, part)
    heard, _ = talk.ask(text, within=IN_TIME_SECONDS)
    return heard["outcome"] in ("answered", "status_shown")


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
