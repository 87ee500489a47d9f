"""A dossier's life on the real database: only legal moves, each added once, none lost or changed."""

import asyncio
from datetime import date, datetime, timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from intake.dossier import ApplicantKind, Dossier, Move
from intake.errors import DossierNotFound, IllegalMove, StaleDossier
from intake.status import LEGAL_MOVES, Status
from intake.store import DossierStore, register
from office.database import Database
from office.dossier_code import DossierCode
from office.working_days import VIET_NAM

BEGINNING = datetime(2026, 9, 1, 8, tzinfo=VIET_NAM)


def made(code, *statuses):
    moves = tuple(Move(status, BEGINNING + timedelta(days=n), "officer") for n, status in enumerate(statuses))
    return Dossier(DossierCode(code), "1.012784", ApplicantKind.INDIVIDUAL, date(2026, 9, 1), moves)


async def put(database, dossier, made_up=False):
    async with database.transaction() as connection:
        assert await register(connection, dossier, {}, at=BEGINNING, made_up=made_up)


class LifeCycle(RuleBasedStateMachine):
    """Tries any move at any time, with the right version or an old one."""

    dsn = ""
    number = 0

    def __init__(self):
        super().__init__()
        self.runner = asyncio.Runner()
        self.database = Database(self.dsn)
        self.runner.run(self.database.open())
        self.store = DossierStore(self.database)
        self.expected = []

    @initialize(first=st.sampled_from(LEGAL_MOVES[None]))
    def begin(self, first):
        LifeCycle.number += 1
        self.code = f"H26-260901-{LifeCycle.number:04}"
        self.runner.run(put(self.database, made(self.code, first)))
        self.expected = [first]

    @rule(following=st.sampled_from(Status), is_stale=st.booleans())
    def move(self, following, is_stale):
        seen = len(self.expected) - is_stale
        move = Move(following, BEGINNING + timedelta(days=len(self.expected)), "officer")
        try:
            self.runner.run(self.store.move(self.code, seen, move))
        except StaleDossier:
            assert is_stale
        except IllegalMove:
            assert following not in LEGAL_MOVES[self.expected[-1]]
        else:
            assert not is_stale
            assert following in LEGAL_MOVES[self.expected[-1]]
            self.expected.append(following)

    @invariant()
    def nothing_is_lost(self):
        found = self.runner.run(self.store.find(self.code))
        assert [move.status for move in found.moves] == self.expected
        assert found.status == self.expected[-1]

    def teardown(self):
        self.runner.run(self.database.close())
        self.runner.close()


def test_any_sequence_of_moves_keeps_to_the_law(dossiers):
    LifeCycle.dsn = dossiers
    run_state_machine_as_test(
        LifeCycle,
        settings=settings(
            max_examples=15, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_of_rival_moves_exactly_one_gets_in(dossiers):
    async def scene():
        async with Database(dossiers) as database:
            await put(database, made("H26-260901-0001", Status.ACCEPTED))
            store = DossierStore(database)
            rivals = [
                store.move("H26-260901-0001", 1, Move(Status.IN_PROGRESS, BEGINNING, f"officer {n}"))
                for n in range(8)
            ]
            ended = await asyncio.gather(*rivals, return_exceptions=True)
            assert sum(isinstance(end, Dossier) for end in ended) == 1
            assert sum(isinstance(end, StaleDossier) for end in ended) == 7
            assert (await store.find("H26-260901-0001")).version == 2

    asyncio.run(scene())


def test_a_dossier_that_is_not_there_is_not_found(dossiers):
    async def scene():
        async with Database(dossiers) as database:
            store = DossierStore(database)
            with pytest.raises(DossierNotFound):
                await store.find("H26-260901-0009")
            with pytest.raises(DossierNotFound):
                await store.move("H26-260901-0009", 1, Move(Status.DONE, BEGINNING, "officer"))

    asyncio.run(scene())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE intake.move SET reason = 'another'",
        "DELETE FROM intake.move",
        "UPDATE intake.dossier SET procedure = 'another'",
        "DELETE FROM intake.dossier",
    ],
)
def test_the_database_itself_refuses_to_change_what_happened(dossiers, statement):
    async def scene():
        async with Database(dossiers) as database:
            await put(database, made("H26-260901-0001", Status.ACCEPTED))

    asyncio.run(scene())
    with psycopg.connect(dossiers) as connection, pytest.raises(psycopg.errors.RaiseException):
        connection.execute(statement)
