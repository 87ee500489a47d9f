"""A fact reported as wrong: into the office's queue with its source, and nothing that leads to who sent it."""

import pytest

from bot.reports import AlreadySettled, NoReport, Settled
from office.settings import Settings
from tests.bot.house import House
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

CITED = {
    "code": "1.012784",
    "decision": "2304/QĐ-BNNMT",
    "updated": "2026-04-16",
    "url": "https://dichvucong.gov.vn/1",
}
ABOUT = {"procedures": ["1.012784"], "facets": ["fee"], "citations": [CITED], "snapshot": "snapshot-3"}
ANSWER = said("Phí: 20.000 đồng", custom=ABOUT)
PRIVATE = ("Nguyễn Văn An", "0912345678", "001099012345", "H26.19-250701-0012")
COMMENT = "sai rồi, tôi là Nguyễn Văn An, gọi 0912345678, căn cước 001099012345, hồ sơ H26.19-250701-0012"
REPORTED = said("Cảm ơn bạn", "smalltalk", custom={**ABOUT, "deed": {"name": "report"}})


async def answered(house):
    house.engine.answer = lambda asked: ANSWER
    talk = await house.begin()
    return talk, (await talk.ask("phí tách thửa"))["seq"]


async def press(talk, seq, **more):
    return await talk.house.http.post("/api/reports", headers=talk.headers, json={"seq": seq, **more})


async def test_a_report_by_button_holds_source_versions_and_the_answer_as_said(house):
    await house.http.get("/readyz")
    talk, seq = await answered(house)
    response = await press(talk, seq, comment="phường thu 50 nghìn")
    assert response.status_code == 201
    assert "Cảm ơn bạn" in response.json()["text"]
    assert "18001096" in response.json()["text"]
    ((number,),) = house.rows("SELECT id FROM bot.report")
    report = await house.parts.reports.one(number)
    assert (report["procedure"], report["facets"], report["channel"]) == ("1.012784", ["fee"], "web")
    assert (report["decision"], report["updated_on"], report["url"]) == (
        CITED["decision"],
        CITED["updated"],
        CITED["url"],
    )
    assert report["answer"] == "Phí: 20.000 đồng"
    assert report["comment"] == "phường thu 50 nghìn"
    assert report["snapshot"] == "snapshot-3"
    assert len(report["settings"]) == 12
    assert report["model"]
    assert report["state"] == "new"


async def test_a_report_in_words_is_of_the_answer_that_was_given(house):
    talk, _ = await answered(house)
    house.engine.answer = lambda asked: REPORTED
    reply = await talk.ask("sai rồi, phường thu 50 nghìn chứ không phải 20")
    assert reply["text"] == "Cảm ơn bạn"
    assert house.rows("SELECT procedure, answer, comment FROM bot.report") == [
        ("1.012784", "Phí: 20.000 đồng", "sai rồi, phường thu 50 nghìn chứ không phải 20")
    ]


async def test_without_consent_nothing_in_a_report_leads_to_the_citizen(house):
    talk, seq = await answered(house)
    await press(talk, seq, comment=COMMENT)
    house.engine.answer = lambda asked: REPORTED
    await talk.ask(COMMENT)
    rows = str(house.rows("SELECT r::text FROM bot.report AS r"))
    assert rows.count("[name]") == 2
    assert rows.count("[dossier]") == 2
    assert not any(private in house.dump() for private in PRIVATE[:3])
    assert PRIVATE[3] not in rows
    assert talk.id.hex not in rows.replace("-", "")
    minutes = house.rows(
        "SELECT extract(minute FROM reported_at), extract(second FROM reported_at) FROM bot.report"
    )
    assert {(int(minute), int(second)) for minute, second in minutes} == {(0, 0)}


async def test_the_report_outlives_the_conversation_and_names_nobody_after(house):
    talk, seq = await answered(house)
    await press(talk, seq)
    await house.http.delete("/api/conversation", headers=talk.headers)
    assert house.rows("SELECT count(*) FROM bot.report") == [(1,)]


async def test_the_same_answer_is_reported_once(house):
    talk, seq = await answered(house)
    assert [(await press(talk, seq)).status_code for _ in range(3)] == [201] * 3
    assert house.rows("SELECT count(*) FROM bot.report") == [(1,)]


async def test_only_an_answer_of_this_conversation_can_be_reported(house):
    talk, seq = await answered(house)
    stranger = await house.begin()
    for where, number in ((talk, 1), (talk, seq - 1), (talk, seq + 99), (stranger, seq)):
        response = await press(where, number)
        assert (response.status_code, response.json()["error"]) == (409, "nothing_to_report")
    assert house.rows("SELECT count(*) FROM bot.report") == [(0,)]


async def test_an_answer_that_has_been_erased_can_only_be_asked_for_again(house):
    talk, seq = await answered(house)
    house.rows("UPDATE bot.message SET fetched_at = now() - interval '11 minutes'")
    await house.parts.housekeeping.erase_answers()
    assert (await press(talk, seq)).status_code == 409
    house.engine.answer = lambda asked: REPORTED
    await talk.ask("thông tin này sai")
    assert house.rows("SELECT answer, decision FROM bot.report") == [(None, CITED["decision"])]


@pytest.mark.parametrize(
    "body", [{}, {"seq": "1"}, {"seq": 0}, {"seq": 1, "comment": "a" * 2001}, {"seq": 1, "x": 1}]
)
async def test_a_report_of_another_shape_is_turned_down(house, body):
    talk, _ = await answered(house)
    response = await house.http.post("/api/reports", headers=talk.headers, json=body)
    assert response.status_code == 422


async def test_a_report_needs_the_key_of_a_conversation(house):
    assert (await house.http.post("/api/reports", json={"seq": 1})).status_code == 401
    headers = {"Authorization": f"Bearer {'0' * 32}"}
    assert (await house.http.post("/api/reports", headers=headers, json={"seq": 1})).status_code == 404


async def test_one_address_reports_only_so_often_by_button_and_in_words(dsn, tmp_path):
    limited = House(dsn, Settings(state_dir=tmp_path, reports_a_minute=2))
    async with limited.running():
        talk, seq = await answered(limited)
        assert [(await press(talk, seq)).status_code for _ in range(3)] == [201, 201, 429]
        limited.engine.answer = lambda asked: REPORTED
        reply = await talk.ask("thông tin này sai")
        assert reply["outcome"] == "error_overloaded"
        assert "chưa ghi thêm" in reply["text"]
        assert limited.rows("SELECT count(*) FROM bot.report") == [(1,)]


async def test_a_long_comment_is_cut(house):
    talk, seq = await answered(house)
    await press(talk, seq, comment="sai " * 400)
    assert house.rows("SELECT length(comment) FROM bot.report") == [(500,)]


async def test_the_office_settles_a_report_once_with_a_reason(house):
    talk, seq = await answered(house)
    await press(talk, seq)
    (new,) = await house.parts.reports.listed("new")
    await house.parts.reports.settle(new["id"], Settled.REJECTED, reason="đúng như quyết định", by="lan")
    (settled,) = await house.parts.reports.listed("rejected")
    assert (settled["reason"], settled["settled_by"]) == ("đúng như quyết định", "lan")
    with pytest.raises(AlreadySettled):
        await house.parts.reports.settle(new["id"], Settled.ACCEPTED, reason="x", by="lan")
    with pytest.raises(NoReport):
        await house.parts.reports.one(new["id"] + 1)


async def test_old_reports_are_erased(house):
    talk, seq = await answered(house)
    await press(talk, seq)
    assert await house.parts.reports.erase_reports() == 0
    house.rows("UPDATE bot.report SET reported_at = now() - interval '366 days'")
    assert await house.parts.reports.erase_reports() == 1


@pytest.mark.parametrize("path", ["/internal/reports", "/internal/handovers", "/internal/reports/1"])
async def test_the_desk_is_shut_to_whoever_lacks_the_secret_of_this_machine(house, path):
    assert (await house.http.get(path)).status_code == 403


async def test_a_message_that_the_officer_gets_reports_nothing(house):
    talk, _ = await answered(house)
    house.rows("UPDATE bot.conversation SET state = 'human'")
    house.engine.answer = lambda asked: REPORTED
    await talk.send("thông tin này sai")
    assert house.rows("SELECT count(*) FROM bot.report") == [(0,)]
