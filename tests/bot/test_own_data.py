"""What citizens do with their own data, in words and by the API."""

import pytest

from tests.bot.own_data import OF_CITIZEN, asking, erase_in_words, filled, rows_of, wishing
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio


async def test_there_is_something_in_every_table_to_be_erased(house):
    assert all(rows_of(house, await filled(house)).values())


async def test_erasing_leaves_nothing_in_any_table_but_the_answer_and_another_conversation_whole(house):
    other = await filled(house, "chuyện của người khác")
    before = rows_of(house, other)
    talk = await filled(house)
    told = await erase_in_words(house, talk)
    assert told["outcome"] == "privacy_done"
    left = rows_of(house, talk)
    assert left.pop("bot.conversation") == 1
    assert left.pop("bot.message") == 1
    assert set(left.values()) == {0}
    assert house.rows("SELECT slots, state FROM bot.conversation WHERE id = %s", talk.id) == [({}, "bot")]
    assert rows_of(house, other) == before
    assert [line for line in house.dump().splitlines() if "chuyện riêng" in line] == []


async def test_erasing_says_counts_and_keeps_a_receipt_that_names_nobody(house):
    talk = await filled(house)
    told = await erase_in_words(house, talk)
    assert "lượt hỏi đáp được lưu theo đồng ý: 2" in told["text"]
    ((number, channel, deed, erased, row),) = house.rows(
        "SELECT id, channel, deed, erased, e::text FROM bot.erasure e"
    )
    assert str(number) in told["text"]
    assert (channel, deed, erased["bot.turn"]) == ("web", "delete", 2)
    assert talk.id.hex not in row.replace("-", "")


async def test_an_erasure_that_was_never_asked_for_becomes_the_question(house):
    talk = await filled(house)
    before = rows_of(house, talk)
    house.engine.answer = wishing("delete")
    told = await talk.ask("vâng")
    assert told["buttons"]
    assert "đồng ý xóa" in told["text"]
    assert house.rows("SELECT count(*) FROM bot.erasure") == [(0,)]
    assert rows_of(house, talk)["bot.turn"] >= before["bot.turn"]


async def test_the_citizen_can_go_on_after_erasing_and_is_agreed_to_nothing(house):
    talk = await filled(house)
    await erase_in_words(house, talk)
    house.engine.answer = None
    assert (await talk.ask("chào"))["text"] == "heard chào"
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]


async def test_what_was_sent_after_the_wish_is_still_answered(house):
    talk = await filled(house)
    house.engine.answer = asking
    await talk.ask("xóa dữ liệu của tôi")
    house.engine.delay = 0.3
    answers = {"đồng ý xóa": wishing("delete"), "phí": lambda asked: said("50.000 đồng")}
    house.engine.answer = lambda asked: answers[asked["text"]](asked)
    await talk.send("đồng ý xóa")
    await talk.send("phí")
    erased, answered = await talk.replies(2)
    assert (erased["privacy"], answered["text"]) == ("delete", "50.000 đồng")


async def test_what_is_kept_is_told_by_true_counts(house):
    talk = await filled(house)
    house.engine.answer = wishing("show")
    told = await talk.ask("bạn lưu gì về tôi")
    assert "lượt hỏi đáp được lưu theo đồng ý: 1" in told["text"]
    assert "yêu cầu gặp cán bộ: 1" in told["text"]
    assert "90 ngày" in told["text"]
    assert "chưa làm" not in told["text"]
    summary = (await house.http.get("/api/data/summary", headers=talk.headers)).json()
    assert {one["table"]: one["rows"] for one in summary["kept"]}["bot.turn"] == 1
    assert summary["consents"] == {"review": True, "training": True}
    assert any(one["table"] == "intake.dossier" for one in summary["not_here"])


async def test_the_copy_holds_what_is_kept_and_no_key(house):
    talk = await filled(house, "hồ sơ H26.19-250701-0012, gọi 0912345678")
    house.rows('UPDATE bot.conversation SET slots = slots || \'{"proof_token": "key-of-a-dossier"}\'')
    house.engine.answer = wishing("download")
    assert (await talk.ask("tải dữ liệu của tôi"))["privacy"] == "download"
    response = await house.http.get("/api/data", headers=talk.headers)
    assert "attachment" in response.headers["content-disposition"]
    tables = {table["table"]: table for table in response.json()["tables"]}
    assert tables.keys() == OF_CITIZEN.keys()
    assert tables["bot.turn"]["rows"][0]["masked_text"] == "hồ sơ H26.19-250701-0012, gọi [proof]"
    assert tables["bot.consent"]["rows"][0]["notice"] == "review-1"
    assert "key-of-a-dossier" not in str(tables["bot.conversation"]["rows"])
    assert talk.key not in response.text


async def test_a_copy_comes_beside_the_answer_where_there_is_no_page(house):
    house.engine.answer = wishing("download")
    answer = (await house.ask("tải dữ liệu của tôi", conversation="k")).json()
    assert {table["table"] for table in answer["data"]["tables"]} == OF_CITIZEN.keys()
    house.engine.answer = None
    assert "data" not in (await house.ask("chào", conversation="k")).json()


async def test_withdrawing_in_words_erases_at_once_and_nobody_is_asked_again(house):
    talk = await filled(house)
    house.engine.answer = wishing("withdraw", purposes=["review", "training"])
    told = await talk.ask("rút lại đồng ý")
    assert "lượt hỏi đáp được lưu: 2" in told["text"]
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]
    assert house.rows("SELECT deed FROM bot.erasure") == [("withdraw",)]
    standing = house.rows("SELECT purpose, agreed FROM bot.consent WHERE ended_at IS NULL ORDER BY purpose")
    assert standing == [("review", False), ("training", False)]


async def test_agreeing_in_words_keeps_what_comes_after_and_not_the_agreement(house):
    house.engine.answer = wishing("agree", purposes=["training"])
    await house.ask("đồng ý dùng làm ví dụ", conversation="k")
    assert house.rows("SELECT count(*) FROM bot.turn") == [(0,)]
    house.engine.answer = None
    await house.ask("tách thửa", conversation="k")
    assert house.rows("SELECT masked_text, purposes FROM bot.turn") == [("tách thửa", ["training"])]
