"""Several dossiers in one message: each in its order, none shown twice, and what waits is said."""

import asyncio
import json

import httpx
import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.check_dossier import ActionCheckDossier
from office.wording import find
from tests.actions.desk import services
from tests.actions.test_check_dossier import DOSSIER, silent

FIRST, SECOND, THIRD = "H26.19-261001-0127", "H26.45-260914-0003", "H57.132-260804-0583"


def backend(request):
    asked = json.loads(request.content)
    if asked["proof_token"] == f"token of {asked['code']}":
        return httpx.Response(200, json=DOSSIER | {"code": asked["code"]})
    return httpx.Response(403)


class Citizen:
    def __init__(self, intake=backend):
        self.slots, self._action = {}, ActionCheckDossier(services(intake=intake))

    def _hears(self, intent, text="", codes=()):
        entities = [{"entity": "dossier_code", "value": code} for code in codes]
        parse = {"text": text, "intent": {"name": intent}, "entities": entities}
        tracker = Tracker("citizen", dict(self.slots), parse, [], False, None, {}, None)
        dispatcher = CollectingDispatcher()
        events = asyncio.run(self._action.run(dispatcher, tracker, {}))
        self.slots |= {event["name"]: event["value"] for event in events}
        return [find(message["response"]).text.format_map(message) for message in dispatcher.messages]

    def asks(self, text, *codes):
        return self._hears("check_dossier_status", text, codes)

    def proves(self, *codes, wrong=()):
        tokens = [[code, "" if code in wrong else f"token of {code}"] for code in codes]
        self.slots |= {"dossier_code": codes[0], "proof_token": tokens[0][1]}
        self.slots |= {"proved_dossiers": tokens if len(tokens) > 1 else None}
        return self._hears("give_proof")


@pytest.fixture
def citizen():
    return Citizen()


def starts(texts):
    return [text.splitlines()[0] for text in texts]


def test_after_the_first_is_shown_the_second_is_asked_for(citizen):
    citizen.asks("tra hai hồ sơ", FIRST, SECOND)
    shown, asked = citizen.proves(FIRST)
    assert shown.startswith(f"Hồ sơ {FIRST}:")
    assert asked.startswith(f"Tiếp theo là hồ sơ {SECOND}.")
    assert citizen.slots["awaiting"] == "proof_of_next"


def test_the_proof_of_the_second_shows_the_second_alone(citizen):
    citizen.asks("tra hai hồ sơ", FIRST, SECOND)
    citizen.proves(FIRST)
    assert starts(citizen.proves(SECOND)) == [f"Hồ sơ {SECOND}: Đang xử lý."]
    assert citizen.slots["awaiting"] is None
    assert citizen.slots["waiting_dossiers"] is None


def test_while_the_second_waits_the_first_can_be_asked_about(citizen):
    citizen.asks("tra hai hồ sơ", FIRST, SECOND)
    citizen.proves(FIRST)
    answer, asked = citizen.asks("bao giờ trả kết quả")
    assert answer.startswith(f"Về hồ sơ {FIRST}:")
    assert SECOND in asked


def test_two_codes_with_their_proofs_are_both_shown(citizen):
    assert starts(citizen.proves(FIRST, SECOND)) == [
        f"Hồ sơ {FIRST}: Đang xử lý.",
        f"Hồ sơ {SECOND}: Đang xử lý.",
    ]
    assert citizen.slots["dossier_code"] == SECOND
    assert citizen.slots["proved_dossiers"] is None


def test_of_two_proofs_the_wrong_one_is_refused_in_the_very_same_words(citizen):
    (refusal,) = Citizen().proves(FIRST, wrong=[FIRST])
    refused, shown = citizen.proves(FIRST, SECOND, wrong=[FIRST])
    assert refused == refusal
    assert shown.startswith(f"Hồ sơ {SECOND}:")


def test_two_wrong_proofs_are_refused_once(citizen):
    assert len(citizen.proves(FIRST, SECOND, wrong=[FIRST, SECOND])) == 1


def test_after_a_refusal_the_ones_that_wait_are_named_and_can_go_first(citizen):
    citizen.asks("tra ba hồ sơ", FIRST, SECOND, THIRD)
    _, waiting = citizen.proves(FIRST, wrong=[FIRST])
    assert f"Còn chờ tra: {SECOND}, {THIRD}." in waiting
    assert citizen.slots["awaiting"] == "proof"
    (asked,) = citizen.asks("hồ sơ kia")
    assert f"bắt đầu với {SECOND}, sau đó đến {THIRD}" in asked


def test_a_silent_intake_keeps_all_codes_and_proofs():
    citizen = Citizen(silent)
    citizen.asks("tra ba hồ sơ", FIRST, SECOND, THIRD)
    (said,) = citizen.proves(FIRST, SECOND)
    assert "chưa tra được hồ sơ" in said
    assert citizen.slots["proved_dossiers"] == [[code, f"token of {code}"] for code in (FIRST, SECOND)]
    assert THIRD in citizen.slots["waiting_dossiers"]
