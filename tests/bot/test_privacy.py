"""What is kept of a citizen's words: nothing without consent, masked with it, and never what was typed."""

import asyncio

import pytest

from bot.conversation import State
from bot.received import Received, Seal
from office.log import OneLine
from tests.bot.house import SECRETS
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

SECRET_TEXT = "chuyện riêng của tôi, gọi 0912345678 hoặc viet@example.com, căn cước 001099012345"
PRIVATE = ("chuyện riêng", "0912345678", "viet@example.com", "001099012345")


async def test_without_consent_only_a_count_is_kept(house):
    talk = await house.begin()
    await talk.ask(SECRET_TEXT)
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]
    assert house.rows("SELECT channel, outcome, n FROM bot.turn_count") == [("web", "answered", 1)]
    assert house.rows("SELECT count(*) FROM bot.message WHERE author = 'citizen' AND text IS NOT NULL") == [
        (0,)
    ]


async def test_counts_add_up_by_outcome(house):
    talk = await house.begin()
    for text in ("một", "hai", ""):
        await talk.ask(text)
    counts = house.rows("SELECT outcome, n FROM bot.turn_count ORDER BY outcome")
    assert counts == [("answered", 2), ("declined_unreadable", 1)]


async def test_with_consent_the_masked_turn_is_kept_with_what_explains_it(house):
    house.engine.answer = lambda asked: said(
        "Cần đơn", custom={"procedures": ["1.012784"], "facets": ["documents"]}, slots=asked["slots"]
    )
    await house.http.get("/readyz")
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
    await talk.ask(f"hồ sơ H26.19-250701-0012, {SECRET_TEXT}")
    columns = (
        "masked_text, reply, outcome, intent, facets, procedures, dossier_codes, snapshot, settings, channel"
    )
    text, *rest, snapshot, settings, channel = house.rows(f"SELECT {columns} FROM bot.turn")[0]
    assert text == ("hồ sơ H26.19-250701-0012, chuyện riêng của tôi, gọi [phone] hoặc [email], căn cước [id]")
    assert rest == [
        "Cần đơn",
        "answered",
        "ask_documents",
        ["documents"],
        ["1.012784"],
        ["H26.19-250701-0012"],
    ]
    assert (snapshot, channel) == ("snapshot-7", "web")
    assert len(settings) == 12


async def test_a_name_and_an_address_are_read_by_the_engine_and_not_kept(house):
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
    text = "em là Trần Thị Bình ở số 12 ngõ 34 đường Láng, làm sổ đỏ cần gì"
    await talk.ask(text)
    assert house.engine.turns[-1]["text"] == text
    kept = "em là [name] ở [address], làm sổ đỏ cần gì"
    assert house.rows("SELECT masked_text FROM bot.turn") == [(kept,)]
    assert house.rows("SELECT text FROM bot.message WHERE author = 'citizen'") == [(kept,)]


async def test_a_kept_turn_names_the_snapshot_that_its_answer_says_it_was_made_from(house):
    house.engine.answer = lambda asked: said("Cần đơn", custom={"snapshot": "snapshot-8"})
    await house.http.get("/readyz")
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
    await talk.ask("một")
    assert house.rows("SELECT snapshot FROM bot.turn") == [("snapshot-8",)]


async def test_what_was_typed_is_in_no_table_before_or_after_the_answer(house):
    house.engine.delay = 0.4
    talk = await house.begin()
    await talk.send(SECRET_TEXT)
    await asyncio.sleep(0.1)
    during = house.dump()
    await talk.replies()
    for dump in (during, house.dump().replace("heard", "")):
        stored = dump.replace("[phone]", "")
        assert not [piece for piece in PRIVATE[1:] if piece in stored]
    assert "chuyện riêng" not in during


async def test_the_sealed_text_is_erased_with_the_answer(house):
    talk = await house.begin()
    await talk.ask("chào")
    assert house.rows("SELECT sealed FROM bot.inbox") == [(None,)]


async def test_a_sealed_text_opens_only_with_the_key_beside_the_secrets():
    sealed = Seal(SECRETS.inbox_key).close(Received(text="bí mật"))
    assert "bí mật".encode() not in sealed
    assert Seal(SECRETS.inbox_key).open(sealed).text == "bí mật"


async def test_a_text_that_waited_ten_minutes_is_erased_and_the_citizen_told(resting_house):
    talk = await resting_house.begin()
    await talk.send("chào")
    resting_house.rows("UPDATE bot.inbox SET received_at = now() - interval '601 seconds'")
    assert await resting_house.parts.housekeeping.erase_texts() == 1
    assert resting_house.rows("SELECT sealed FROM bot.inbox") == [(None,)]
    async with resting_house.running():
        assert (await talk.replies())[-1]["outcome"].startswith("error_")
    assert resting_house.engine.turns == []


async def test_withdrawing_consent_erases_what_was_kept(house):
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
    await talk.ask("tách thửa")
    assert house.rows("SELECT count(*) FROM bot.turn") == [(1,)]
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": False})
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]
    assert house.rows("SELECT count(*) FROM bot.message WHERE text = 'tách thửa'") == [(0,)]


async def test_ending_erases_the_conversation_from_every_table(house):
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": True})
    await talk.ask("tách thửa")
    assert (await house.http.delete("/api/conversation", headers=talk.headers)).status_code == 204
    for table in ("conversation", "inbox", "message", "button", "turn", "handover"):
        assert house.rows(f"SELECT count(*) FROM bot.{table}") == [(0,)], table
    gone = await house.http.get("/api/messages", headers=talk.headers)
    assert (gone.status_code, gone.json()["error"]) == (404, "no_conversation")


async def test_ending_in_the_middle_of_a_turn_leaves_nothing_behind(house):
    house.engine.delay = 0.5
    talk = await house.begin()
    await talk.send("chào")
    await asyncio.sleep(0.2)
    await house.http.delete("/api/conversation", headers=talk.headers)
    await asyncio.sleep(0.8)
    assert house.rows("SELECT count(*) FROM bot.message") == [(0,)]
    assert house.rows("SELECT count(*) FROM procrastinate_jobs") == [(0,)]


@pytest.mark.parametrize(
    ("update", "idle", "erased"),
    [
        ("state = 'bot'", "23 hours", 0),
        ("state = 'bot'", "25 hours", 1),
        ("state = 'waiting'", "6 days", 0),
        ("state = 'waiting'", "8 days", 1),
    ],
)
async def test_what_nobody_has_touched_for_long_is_erased(resting_house, update, idle, erased):
    await resting_house.begin()
    resting_house.rows(f"UPDATE bot.conversation SET {update}, updated_at = now() - interval '{idle}'")
    assert await resting_house.parts.housekeeping.erase_conversations() == erased


async def test_jobs_carry_ids_and_no_words(resting_house):
    talk = await resting_house.begin()
    await talk.send("chuyện riêng")
    assert resting_house.rows("SELECT args, lock FROM procrastinate_jobs") == [({"row": 1}, talk.id.hex)]


async def test_logs_hold_neither_words_nor_keys(house, caplog):
    with caplog.at_level("DEBUG"):
        talk = await house.begin()
        await talk.ask(SECRET_TEXT)
    written = "\n".join(OneLine().format(r) for r in caplog.records if r.name.startswith(("bot", "uvicorn")))
    assert written
    assert not [piece for piece in (*PRIVATE, talk.key) if piece in written]


async def test_no_id_in_the_database_opens_a_conversation(resting_house):
    talk = await resting_house.begin()
    assert talk.key not in resting_house.dump().replace("-", "")
    stolen = {"Authorization": f"Bearer {talk.id.hex}"}
    assert (await resting_house.http.get("/api/messages", headers=stolen)).status_code == 404


@pytest.mark.parametrize(("agreed", "left"), [(False, 0), (True, 2)])
async def test_an_answer_that_was_fetched_is_erased_minutes_later_unless_it_may_be_kept(house, agreed, left):
    house.engine.answer = lambda asked: said("Đang xử lý", slots=asked["slots"])
    talk = await house.begin()
    await house.http.put("/api/consent", headers=talk.headers, json={"keep_transcript": agreed})
    await talk.ask("hồ sơ H26.19-250701-0012")
    house.rows("UPDATE bot.message SET fetched_at = fetched_at - interval '11 minutes'")
    await house.parts.housekeeping.erase_answers()
    kept = "author = 'bot' AND (text IS NOT NULL OR details <> '{}')"
    assert house.rows(f"SELECT count(*) FROM bot.message WHERE {kept}") == [(left,)]
    shown = (await talk.news(after=0))["messages"]
    assert len([message for message in shown if message["author"] == "bot"]) == left


async def test_an_answer_that_nobody_fetched_waits_for_the_page(resting_house):
    talk = await resting_house.begin()
    resting_house.rows("UPDATE bot.message SET fetched_at = NULL, said_at = now() - interval '1 hour'")
    assert await resting_house.parts.housekeeping.erase_answers() == 0
    assert len((await talk.news(after=0))["messages"]) == 1


async def test_a_question_without_consent_erases_what_was_kept_under_the_same_name(house):
    await house.ask("x", conversation="k", consent=True)
    await house.ask("x", conversation="k", consent=False)
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]


async def test_an_officers_copy_is_masked_without_consent_too(house):
    talk = await house.begin()
    await house.parts.conversations.move(talk.id, State.HUMAN)
    await talk.send("cccd 079203123457 số 123 456, mã M3PD-7RWE")
    await asyncio.sleep(0.5)
    (kept,) = house.rows("SELECT text FROM bot.message WHERE author = 'citizen'")[0]
    assert not any(letter.isdigit() for letter in kept)
