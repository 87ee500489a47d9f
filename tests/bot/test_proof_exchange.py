"""A proof is typed: intake gets it, engine, tables and logs do not."""

import json

import pytest

from office.wording import Fault, wording
from tests.bot.house import SECRETS
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

CODE = "H26.19-250701-0012"


def engine(asked):
    """Ask for the proof of any code, and show what is handed in."""
    slots = asked["slots"]
    if "payload" in asked:
        shown = bool(slots["proof_token"])
        return said(
            "trạng thái" if shown else "không mở được",
            "status_shown" if shown else "status_refused",
            slots=slots,
        )
    if "H26" in asked["text"].upper():
        return said("gửi mã", "clarification_proof", slots={"dossier_code": CODE, "awaiting": "proof"})
    return said("khác", slots=slots)


@pytest.fixture
def house(house):
    house.engine.answer = engine
    return house


@pytest.mark.parametrize(
    "typed",
    [
        "123456",
        "123 456",
        "6 số cuối là 123456",
        "001099123456",
        "0912 123 456",
        "+84912123456",
        "K7QM4R2T",
        "k7qm-4r2t",
    ],
)
async def test_a_proof_opens_the_dossier(house, typed):
    talk = await house.begin()
    await talk.ask(f"hồ sơ {CODE} tới đâu rồi")
    assert (await talk.ask(typed))["outcome"] == "status_shown"
    assert house.engine.turns[-1]["payload"] == {"intent": "give_proof", "entities": {}}
    assert house.engine.turns[-1]["slots"]["proof_token"] == "token-1"
    assert house.intake.proofs[-1]["session"] == talk.id.hex
    assert house.intake.proofs[-1]["code"] == CODE


@pytest.mark.parametrize("key", ["KKK7QM4R", "BHXH-4R2T", "k7qmm-m4r2"])
async def test_a_key_is_read_as_it_was_typed_whatever_its_letters_look_like(house, key):
    talk = await house.begin()
    await talk.ask(CODE)
    await talk.ask(key)
    assert house.intake.proofs[-1]["factor"] == key.replace("-", "").upper()


async def test_code_and_proof_in_one_message_are_read_at_once(house):
    talk = await house.begin()
    assert (await talk.ask(f"tra giúp hồ sơ {CODE.lower()} 123456"))["outcome"] == "status_shown"
    assert house.engine.turns[-1]["slots"]["dossier_code"] == CODE


async def test_a_wrong_proof_is_refused_without_a_token(house):
    talk = await house.begin()
    await talk.ask(CODE)
    assert (await talk.ask("000001"))["outcome"] == "status_refused"
    assert house.engine.turns[-1]["slots"]["proof_token"] == ""


@pytest.mark.parametrize("typed", ["12345", "1234567"])
async def test_figures_of_the_wrong_length_are_refused_and_go_nowhere(house, typed):
    talk = await house.begin()
    await talk.ask(CODE)
    assert (await talk.ask(typed))["outcome"] == "status_refused"
    assert house.intake.proofs == []
    assert typed not in json.dumps(house.engine.turns)


async def test_a_question_in_between_is_no_proof(house):
    talk = await house.begin()
    await talk.ask(CODE)
    await talk.ask("tách thửa cần giấy tờ gì")
    assert house.intake.proofs == []
    assert house.engine.texts[-1] == "tách thửa cần giấy tờ gì"


async def test_a_number_in_passing_is_masked_and_no_proof(house):
    talk = await house.begin()
    await talk.ask(CODE)
    await talk.ask("cho tôi hỏi tách thửa cần những giấy tờ gì, bao lâu thì xong, điện thoại tôi 0912345678")
    assert house.intake.proofs == []
    assert house.engine.texts[-1].endswith("bao lâu thì xong, ...")


async def test_a_silent_intake_is_admitted_and_the_code_kept(house):
    talk = await house.begin()
    house.intake.is_down = True
    answer = await talk.ask(f"hồ sơ {CODE}, 123456")
    assert (answer["outcome"], answer["text"]) == ("error_intake", wording(Fault.INTAKE_UNAVAILABLE))
    house.intake.is_down = False
    assert (await talk.ask("123456"))["outcome"] == "status_shown"


async def test_a_proof_without_any_dossier_asks_after_one(house):
    house.engine.answer = lambda asked: said("mã nào", "clarification_code")
    await (await house.begin()).ask("123456")
    assert house.engine.turns[-1]["payload"]["intent"] == "check_dossier_status"
    assert house.intake.proofs == []


async def test_digits_and_keys_are_in_no_engine_turn_table_or_log(house, caplog):
    with caplog.at_level("DEBUG"):
        talk = await house.begin()
        await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
        await talk.ask(CODE)
        for typed in ("123456", "001099987654", "K7QM4R2T"):
            await talk.ask(typed)
    places = {"engine": json.dumps(house.engine.turns), "tables": house.dump(), "logs": caplog.text}
    for name, place in places.items():
        assert not [digits for digits in ("123456", "987654", "K7QM4R2T") if digits in place], name
    kept = house.rows("SELECT masked_text FROM bot.turn ORDER BY id")
    assert [text for (text,) in kept] == [CODE, "[proof]", "[proof]", "[proof]"]


SECOND = "H26.45-260914-0003"


def engine_of_several(asked):
    """Ask for the first of two, hand back the slots, and after a proof await the next."""
    slots = asked["slots"]
    if "payload" not in asked:
        slots = {"dossier_code": CODE, "awaiting": "proof", "waiting_dossiers": [SECOND]}
        return said("gửi mã", "clarification_proof", slots=slots)
    if slots.get("waiting_dossiers"):
        slots = {**slots, "awaiting": "proof_of_next"}
    return said("trạng thái", "status_shown", slots=slots)


async def test_the_proof_after_the_first_dossier_was_shown_is_for_the_one_that_waits(house):
    house.engine.answer = engine_of_several
    talk = await house.begin()
    await talk.ask(f"tra {CODE} và {SECOND}")
    await talk.ask("123456")
    await talk.ask("559013")
    assert [(proof["code"], proof["factor"]) for proof in house.intake.proofs] == [
        (CODE, "123456"),
        (SECOND, "559013"),
    ]
    assert not house.engine.turns[-1]["slots"].get("waiting_dossiers")


@pytest.mark.parametrize(
    "typed",
    [
        f"tra cứu {CODE} mã V7AC-3PQT và {SECOND} mã N8KD-6TRX",
        f"mã V7AC-3PQT hồ sơ {CODE}, mã N8KD-6TRX hồ sơ {SECOND}",
    ],
)
async def test_every_code_of_a_message_is_proved_by_what_stands_beside_it(house, typed):
    house.engine.answer = engine_of_several
    await (await house.begin()).ask(typed)
    assert [(proof["code"], proof["factor"]) for proof in house.intake.proofs] == [
        (CODE, "V7AC3PQT"),
        (SECOND, "N8KD6TRX"),
    ]
    assert house.engine.turns[-1]["slots"]["proved_dossiers"] == [[CODE, ""], [SECOND, ""]]
    assert "V7AC" not in json.dumps(house.engine.turns)


async def test_the_tokens_of_several_proofs_are_not_stored(house):
    house.engine.answer = engine_of_several
    await (await house.begin()).ask(f"tra {CODE} mã K7QM-4R2T và {SECOND} mã N8KD-6TRX")
    assert "token-1" in json.dumps(house.engine.turns[-1])
    assert "token-1" not in house.dump()


async def test_a_code_without_a_proof_beside_it_waits(house):
    house.engine.answer = engine_of_several
    await (await house.begin()).ask(f"tra {CODE} mã K7QM-4R2T và {SECOND}")
    assert [proof["code"] for proof in house.intake.proofs] == [CODE]
    assert house.engine.turns[-1]["slots"]["waiting_dossiers"] == [SECOND]


async def test_one_message_hands_in_three_proofs_at_most(house):
    house.engine.answer = engine_of_several
    codes = [f"H26.19-26100{day}-0127" for day in range(1, 6)]
    await (await house.begin()).ask(" và ".join(f"{code} mã V7AC-3PQT" for code in codes))
    assert [proof["code"] for proof in house.intake.proofs] == codes[:3]
    assert house.engine.turns[-1]["slots"]["waiting_dossiers"] == codes[3:]


async def test_the_token_of_a_proof_lies_sealed_and_too_old_a_one_is_asked_for_again(house, monkeypatch):
    talk = await house.begin()
    await talk.ask(CODE)
    await talk.ask("123456")
    assert "token-1" not in house.dump()
    await talk.ask("khác")
    assert house.engine.turns[-1]["slots"]["proof_token"] == "token-1"
    monkeypatch.setattr("bot.received.PROOF_LIVES_SECONDS", -1)
    await talk.ask("khác")
    assert house.engine.turns[-1]["slots"]["proof_token"] is None


async def test_intake_learns_an_address_to_count_by_and_none_of_this_machines_own_questions(house):
    talk = await house.begin()
    await talk.ask(f"hồ sơ {CODE} tới đâu rồi")
    await talk.ask("123456")
    assert house.intake.proofs[-1]["client"] == "127.0.0.1"
    question = {"conversation": "0" * 32, "channel": "replay", "run": "1" * 32}
    for text in (f"hồ sơ {CODE} tới đâu rồi", "654321"):
        asked = {**question, "text": text}
        secret = {"X-Motcua-Secret": SECRETS.local_secret}
        assert (await house.http.post("/internal/ask", json=asked, headers=secret)).status_code == 200
    assert (house.intake.proofs[-1]["factor"], house.intake.proofs[-1]["client"]) == ("654321", "")
