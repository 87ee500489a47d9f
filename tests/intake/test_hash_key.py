"""A database belongs to the key that its proofs are hashed with."""

import asyncio

import pytest

from intake.app import Backend
from tests.intake.desk import KEY, Desk

OTHER_KEY = "o" * 32
REAL = """
INSERT INTO intake.dossier (code, procedure, applicant_kind, received_on)
VALUES ('H26.19-260901-0099', '1.013831', 'individual', '2026-09-01') RETURNING code
"""


@pytest.fixture
def anew(dsn):
    """Start a backend on the same database with a key; return how that went."""

    def start(key, **more):
        backend = Backend.build(dsn, key, with_made_up=False, **more)
        given_up = []

        async def scene():
            async with backend.database:
                await backend.start.run(lambda: given_up.append(True))

        asyncio.run(scene())
        assert bool(given_up) == bool(backend.start.refusal)
        return backend.start

    return start


def test_the_same_key_goes_on(anew, dsn):
    assert anew(KEY).is_done
    with Desk(dsn) as desk:
        assert anew(KEY).is_done
        assert desk.prove("K7MW-3QXD").status_code == 200


def test_with_another_key_made_up_dossiers_go_and_can_be_loaded_again(anew, dsn):
    anew(KEY)
    with Desk(dsn) as desk:
        assert anew(OTHER_KEY).is_done
        assert desk.rows("SELECT count(*) FROM intake.dossier") == [(0,)]
    assert anew(OTHER_KEY).is_done


def test_with_another_key_real_dossiers_stay_and_the_start_is_refused(anew, dsn):
    anew(KEY)
    with Desk(dsn) as desk:
        desk.rows(REAL)
        start = anew(OTHER_KEY)
        assert not start.is_done
        assert "secrets.json" in start.refusal
        assert "backup" in start.refusal
        assert desk.rows("SELECT count(*) FROM intake.dossier") == [(3,)]
    assert anew(KEY).is_done
