"""Who may look up a dossier, and what everybody else hears."""

import asyncio
import statistics
import time
from collections import Counter

import pytest

from tests.intake.desk import CODE, COMPANY, FILE, Desk

UNKNOWN = "H26.19-260901-9999"


def lock(desk, code=CODE):
    for n in range(5):
        assert desk.prove("000001", code, session=f"stranger {n}").status_code == 403


@pytest.mark.parametrize(
    "factor",
    ["093471", "556208", "0912 556 208", "001099093471", "K7MW-3QXD", "k7mw3qxd", " k7mw 3qxd", "K7MW–3QXD"],
)
def test_an_individual_proves_by_key_or_last_six_digits_of_id_or_phone(desk, factor):
    token = desk.prove(factor).json()["proof_token"]
    assert desk.look_up(token).json()["status"] == 4


@pytest.mark.parametrize(("factor", "status"), [("220417", 200), ("p5ye8xgd", 200), ("812345", 403)])
def test_an_organisation_proves_by_key_or_phone_and_never_by_its_tax_code(desk, factor, status):
    assert desk.prove(factor, COMPANY).status_code == status


@pytest.mark.parametrize("factor", ["", "0", "93471", "K7MW-3QX", "K7MW", "x" * 200, "🙂", "０"])
def test_what_is_not_the_proof_is_refused(desk, factor):
    assert desk.prove(factor).status_code == 403


def test_the_code_may_be_typed_as_people_type_it(desk):
    assert desk.prove("093471", "h26.19 – 260901 – 0012").status_code == 200


def refusals(desk):
    desk.load(FILE)
    unknown = desk.prove("093471", UNKNOWN)
    wrong = desk.prove("000001")
    no_code = desk.prove("093471", "what \0 ever")
    lock(desk)
    locked_digits = desk.prove("093471", session="the owner")
    for _ in range(5):
        desk.prove("KKKK-KKKK", session="locked")
    locked_session = desk.prove("K7MW-3QXD", session="locked")
    guess(desk, "000001", count=60, client="locked")
    locked_client = desk.prove("220417", COMPANY, client="locked")
    return [unknown, wrong, no_code, locked_digits, locked_session, locked_client, desk.look_up("no token")]


def test_every_refusal_is_the_same_to_the_byte(desk):
    answers = refusals(desk)
    assert {answer.status_code for answer in answers} == {403}
    assert {answer.content for answer in answers} == {b'{"error":"refused"}'}
    assert len({str(answer.headers) for answer in answers}) == 1
    assert {name for (name,) in desk.rows("SELECT DISTINCT outcome FROM intake.attempt")} == {
        "not_found", "wrong_factor", "locked_code", "locked_session", "locked_client", "wrong_token",
    }  # fmt: skip


def test_refusals_take_equally_long_whatever_their_cause(desk, capsys):
    lock(desk)
    causes = {
        "wrong code": lambda n: desk.prove("093471", f"H26.19-260902-{n:04}", f"session {n}", f"a{n}"),
        "wrong proof": lambda n: desk.prove(f"KEY{n}", COMPANY, f"session {n}", f"b{n}"),
        "locked": lambda n: desk.prove("093471", CODE, f"session {n}", f"c{n}"),
        "unknown": lambda n: desk.prove("KKKK", UNKNOWN, f"session {n}", f"d{n}"),
    }
    taken = {cause: [] for cause in causes}
    for n in range(40):
        for cause, ask in causes.items():
            started = time.perf_counter()
            assert ask(n).status_code == 403
            taken[cause].append((time.perf_counter() - started) * 1000)
    with capsys.disabled():
        print("\nmedian ms over 40:", {cause: round(statistics.median(ms), 2) for cause, ms in taken.items()})


def test_five_failures_lock_a_session_for_a_quarter_of_an_hour(desk):
    for _ in range(5):
        assert desk.prove("KKKK-KKKK").status_code == 403
    assert desk.prove("K7MW-3QXD").status_code == 403
    assert desk.prove("K7MW-3QXD", session="another").status_code == 200
    desk.pass_time(minutes=14)
    assert desk.prove("K7MW-3QXD").status_code == 403
    desk.pass_time(minutes=2)
    assert desk.prove("K7MW-3QXD").status_code == 200


def test_strangers_who_hammer_digits_lock_digits_but_not_the_key_of_the_slip(desk):
    lock(desk)
    assert desk.prove("093471", session="the owner").status_code == 403
    assert desk.prove("K7MW-3QXD", session="the owner").status_code == 200
    desk.pass_time(hours=25)
    assert desk.prove("093471", session="the owner").status_code == 200


def guess(desk, factor, *, count, client, first=0):
    """Guess once at each of so many codes that nobody has."""
    for n in range(first, first + count):
        assert desk.prove(factor, f"H26.19-260902-{n:04}", f"session {n}", client).status_code == 403


def test_a_client_that_goes_from_code_to_code_waits_an_hour_and_nobody_else_does(desk):
    guess(desk, "000001", count=60, client="a guesser")
    assert desk.prove("093471", client="a guesser", session="new").status_code == 403
    assert desk.prove("093471", client="a citizen").status_code == 200
    assert desk.rows("SELECT count(*) FROM intake.attempt WHERE outcome = 'locked_client'") == [(1,)]
    desk.pass_time(minutes=61)
    assert desk.prove("093471", client="a guesser", session="new").status_code == 200


def test_behind_the_address_of_a_guesser_the_key_of_the_slip_opens_and_what_is_open_stays_so(desk):
    token = desk.prove("220417", COMPANY, client="shared").json()["proof_token"]
    guess(desk, "000001", count=60, client="shared")
    assert desk.prove("K7MW-3QXD", client="shared").status_code == 200
    assert desk.look_up(token, COMPANY).status_code == 200


def test_keys_are_counted_by_client_too(desk):
    guess(desk, "KKKK-KKKK", count=60, client="a guesser")
    assert desk.prove("K7MW-3QXD", client="a guesser", session="new").status_code == 403
    assert desk.prove("093471", client="a guesser", session="new").status_code == 200


def test_a_desk_behind_one_address_where_some_mistype_is_served(desk):
    for hour in range(3):
        guess(desk, "000001", count=59, client="a desk", first=100 * hour)
        assert desk.prove("093471", client="a desk", session=f"hour {hour}").status_code == 200
        desk.pass_time(minutes=61)


def test_without_an_address_sessions_are_counted_apart(desk):
    guess(desk, "000001", count=70, client="")
    assert desk.prove("093471", client="").status_code == 200


def test_a_client_that_guesses_at_many_codes_at_once_is_held_to_its_share(desk):
    async def all_at_once():
        guesses = (
            desk.http.post(
                "/proofs",
                json={"code": f"H26.19-260903-{n:04}", "factor": "000001", "session": f"s{n}", "client": "x"},
            )
            for n in range(90)
        )
        return await asyncio.gather(*guesses)

    assert {answer.status_code for answer in desk.run(all_at_once())} == {403}
    outcomes = Counter(outcome for (outcome,) in desk.rows("SELECT outcome FROM intake.attempt"))
    assert outcomes == {"not_found": 60, "locked_client": 30}


def test_a_lock_on_one_dossier_leaves_others_alone(desk):
    lock(desk)
    assert desk.prove("220417", COMPANY).status_code == 200


def test_who_has_proved_a_right_keeps_it_while_strangers_hammer(desk):
    token = desk.prove("093471").json()["proof_token"]
    lock(desk)
    assert desk.look_up(token).status_code == 200


def test_keys_have_a_counter_of_their_own(desk):
    for n in range(20):
        desk.prove("KKKK-KKKK", session=f"stranger {n}")
    assert desk.prove("K7MW-3QXD", session="the owner").status_code == 403
    assert desk.prove("093471", session="the owner").status_code == 200


def test_never_more_than_five_guesses_are_compared_however_many_come_at_once(desk):
    async def all_at_once():
        guesses = (
            desk.http.post("/proofs", json={"code": CODE, "factor": f"{n:06}", "session": f"s{n}"})
            for n in range(40)
        )
        return await asyncio.gather(*guesses)

    assert {answer.status_code for answer in desk.run(all_at_once())} == {403}
    outcomes = Counter(outcome for (outcome,) in desk.rows("SELECT outcome FROM intake.attempt"))
    assert outcomes == {"wrong_factor": 5, "locked_code": 35}


def test_a_token_opens_one_dossier_in_one_session_for_a_quarter_of_an_hour(desk):
    token = desk.prove("093471").json()["proof_token"]
    assert desk.look_up(token, session="another").status_code == 403
    assert desk.look_up(token, COMPANY).status_code == 403
    desk.pass_time(minutes=14)
    assert desk.look_up(token).status_code == 200
    desk.pass_time(minutes=2)
    assert desk.look_up(token).status_code == 403


def test_tokens_are_long_and_never_the_same(desk):
    tokens = {desk.prove("K7MW-3QXD", session=f"s{n}").json()["proof_token"] for n in range(10)}
    assert len(tokens) == 10
    assert min(map(len, tokens)) >= 22


def test_every_attempt_leaves_one_row(desk):
    token = desk.prove("093471").json()["proof_token"]
    desk.prove("000001")
    desk.look_up(token)
    desk.look_up("wrong")
    rows = desk.rows("SELECT kind, outcome FROM intake.attempt ORDER BY id")
    assert rows == [
        ("digits", "accepted"), ("digits", "wrong_factor"), ("token", "accepted"), ("token", "wrong_token"),
    ]  # fmt: skip


def test_nothing_that_was_given_as_proof_is_anywhere_in_the_database(desk):
    token = desk.prove("093471", session="their session").json()["proof_token"]
    desk.prove("648201", session="their session")
    desk.look_up(token, session="their session")
    tables = desk.rows(
        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname <> 'pg_catalog'"
    )
    dump = "".join(str(desk.rows(f"SELECT t::text FROM {table} t")) for (table,) in tables)
    assert CODE in dump
    typed = ["093471", "556208", "220417", "812345", "648201", "K7MW", "3QXD", "P5YE", token, "their session"]
    assert [text for text in typed if text in dump or text.encode().hex() in dump] == []


def test_hashes_are_worth_nothing_without_the_key(dossiers):
    with Desk(dossiers):
        pass
    other = Desk(dossiers, file=None)
    other.backend.desk._hash.__init__("another key of thirty-two letters")
    with other:
        assert other.prove("093471").status_code == 403
