"""Questions from the command line and from replays."""

import asyncio

import pytest

from bot.conversation import State
from tests.bot.house import SECRETS
from tests.bot.scripted import said
from tests.bot.test_conversation_flow import CHOICES

pytestmark = pytest.mark.anyio


async def test_one_object_holds_the_whole_answer(house):
    house.engine.answer = lambda asked: said("Bạn chọn", "clarification_procedure", **CHOICES)
    answer = (await house.ask("hồ sơ H26.19-250701-0012 thửa đất")).json()
    assert answer.pop("latency_ms") < 5000
    assert answer == {
        "text": "Bạn chọn",
        "outcome": "clarification_procedure",
        "procedures": ["1.012784", "1.012785"],
        "dossier_codes": ["H26.19-250701-0012"],
        "facet": "documents",
        "intent": "ask_documents",
        "citations": CHOICES["custom"]["citations"],
        "buttons": ["Tách thửa", "Hợp thửa"],
    }


async def test_a_list_to_print_comes_with_its_address(house):
    custom = {"checklist": {"code": "1.012784", "case": 2, "proxy": None}}
    house.engine.answer = lambda asked: said("x", "answered", custom=custom)
    assert (await house.ask("x")).json()["checklists"] == ["/checklists/1.012784?case=2"]
    talk = await house.begin()
    assert (await talk.ask("x"))["checklists"] == ["/checklists/1.012784?case=2"]


async def test_the_outcome_of_a_message_with_parts_is_the_less_certain_one(house):
    first, second = said("a", "answered"), said("b", "clarification_case")
    house.engine.answer = lambda asked: {**first, "messages": first["messages"] + second["messages"]}
    answer = (await house.ask("x")).json()
    assert answer["parts"] == ["answered", "clarification_case"]
    assert (answer["outcome"], answer["text"]) == ("clarification_case", "a\n\nb")


async def test_parts_that_an_action_names_count(house):
    custom = {"parts": ["answered", "clarification_case"]}
    house.engine.answer = lambda asked: said("a", "clarification_case", custom=custom)
    assert (await house.ask("x")).json()["parts"] == ["answered", "clarification_case"]


@pytest.mark.parametrize("name", ["k", "", "Nguyễn", "x" * 2000, "\u0000", "../../etc", "' OR 1=1 --"])
async def test_any_string_names_a_conversation_of_its_own(house, name):
    house.engine.answer = lambda asked: said("x", slots={"n": asked["slots"].get("n", 0) + 1})
    for _ in range(2):
        await house.ask("x", conversation=name)
    await house.ask("x", conversation=name + "2")
    assert [turn["slots"].get("n", 0) for turn in house.engine.turns] == [0, 1, 0]
    assert all(len(turn["conversation"]) == 32 for turn in house.engine.turns)


async def test_runs_and_channels_do_not_share_conversations(house):
    for more in ({"run": "a"}, {"run": "b"}, {"channel": "replay", "run": "a"}):
        await house.ask("x", conversation="k", **more)
    assert len({turn["conversation"] for turn in house.engine.turns}) == 3


async def test_a_question_without_a_name_is_a_conversation_of_its_own(house):
    await asyncio.gather(*(house.ask("x") for _ in range(3)))
    assert len({turn["conversation"] for turn in house.engine.turns}) == 3


async def test_a_replay_is_counted_apart_and_kept_as_agreed(house):
    await house.ask("x", channel="replay", consent=True, run="r")
    await house.ask("x")
    counts = house.rows("SELECT channel, n FROM bot.turn_count ORDER BY channel")
    assert counts == [("cli", 1), ("replay", 1)]
    assert house.rows("SELECT channel FROM bot.turn") == [("replay",)]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Motcua-Secret": "guess"},
        {"X-Motcua-Secret": ""},
        {"X-Motcua-Secret": SECRETS.engine_secret},
        {"X-Motcua-Secret": SECRETS.local_secret, "Origin": "http://127.0.0.1"},
        {"X-Motcua-Secret": SECRETS.local_secret, "Sec-Fetch-Site": "same-origin"},
    ],
)
async def test_only_a_program_with_the_local_secret_may_ask(house, headers):
    response = await house.http.post("/internal/ask", headers=headers, json={"text": "x"})
    assert response.status_code == 403
    assert house.engine.turns == []


async def test_asking_is_in_no_public_description(house):
    paths = (await house.http.get("/openapi.json")).json()["paths"]
    assert "/api/messages" in paths
    assert not [path for path in paths if "internal" in path]


async def test_a_late_answer_is_told_in_time(idle_house):
    late = {"interim_seconds": 0.5}
    idle_house.settings = idle_house.settings.model_copy(update=late)
    idle_house.engine.delay = 3.0
    async with idle_house.running() as house:
        answer = (await house.ask("x")).json()
        assert answer["outcome"] == "error_engine"
        assert answer["latency_ms"] < 2500


async def test_where_a_person_answers_nothing_is_made_up(house):
    await house.ask("x", conversation="k")
    await house.parts.conversations.move(house.rows("SELECT id FROM bot.conversation")[0][0], State.HUMAN)
    answer = (await house.ask("x", conversation="k")).json()
    assert (answer["outcome"], answer["text"]) == ("handover_human", "")
