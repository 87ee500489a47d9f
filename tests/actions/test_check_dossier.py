"""What a citizen hears when asking about a dossier."""

import json

import httpx
import pytest

from actions.check_dossier import ActionCheckDossier
from office.wording import wording
from tests.actions.desk import run, services

CODE = "H26.19-250701-0012"
DOSSIER = {
    "code": CODE,
    "status": 4,
    "procedure": "1.000001",
    "received_on": "2025-07-01",
    "due_on": "2025-07-22",
    "clock": "running",
    "working_days_left": 5,
}
LABELS = {
    1: "Mới đăng ký",
    2: "Được tiếp nhận",
    3: "Không được tiếp nhận",
    4: "Đang xử lý",
    5: "Yêu cầu bổ sung giấy tờ",
    6: "Yêu cầu thực hiện nghĩa vụ tài chính",
    7: "Công dân yêu cầu rút hồ sơ",
    8: "Dừng xử lý",
    9: "Đã xử lý xong",
    10: "Đã trả kết quả",
}


def backend(**changes):
    def answer(request):
        asked = json.loads(request.content)
        assert request.url.path == "/lookups"
        if asked == {"code": CODE, "session": "citizen", "proof_token": "token"}:
            return httpx.Response(200, json=DOSSIER | changes)
        return httpx.Response(403)

    return answer


def silent(request):
    raise httpx.ConnectTimeout("no answer", request=request)


def garbage(request):
    return httpx.Response(200, json=["?"])


def failing(request):
    return httpx.Response(500)


def ask(text="hồ sơ tới đâu rồi", codes=(), intake=silent, intent="check_dossier_status", **slots):
    entities = [("dossier_code", code) for code in codes]
    return run(ActionCheckDossier(services(intake=intake)), text, intent, entities, slots)


def proved(intake, code=CODE, token="token"):
    return ask("", intake=intake, intent="give_proof", dossier_code=code, proof_token=token, awaiting="proof")


def test_without_a_code_it_is_asked_for():
    said = ask()
    assert said.outcome == "clarification_code"
    assert said.slots["awaiting"] == "dossier_code"


def test_figures_that_are_no_code_are_asked_for_again_not_called_wrong():
    said = ask("hồ sơ H26-250231-0001 tới đâu rồi")
    assert said.response == "utter_dossier_code_unreadable"
    assert "sai" not in said.text


def test_a_code_alone_asks_for_the_proof_and_tells_nothing():
    said = ask(codes=[CODE])
    assert said.outcome == "clarification_proof"
    assert said.slots["awaiting"] == "proof"
    assert said.slots["dossier_code"] == CODE
    assert "6 số cuối" in said.text
    assert "Đừng gửi cả số căn cước" in said.text


def test_several_codes_are_looked_up_one_at_a_time():
    said = ask(codes=[CODE, "H57.132-260804-0583"])
    assert said.outcome == "clarification_proof"
    assert f"bắt đầu với {CODE}, sau đó đến H57.132-260804-0583." in said.text
    assert said.slots["waiting_dossiers"] == ["H57.132-260804-0583"]
    assert said.slots["dossier_code"] == CODE


@pytest.mark.parametrize(("number", "label"), LABELS.items())
def test_every_status_is_named_by_its_official_label(number, label):
    said = proved(backend(status=number))
    assert said.outcome == "status_shown"
    assert said.text.splitlines()[0] == f"Hồ sơ {CODE}: {label}."
    assert said.slots["awaiting"] is None


def test_a_status_tells_procedure_dates_and_days_left():
    said = proved(backend())
    assert "Thủ tục: Tách thửa, hợp thửa đất." in said.text
    assert "Ngày tiếp nhận: 01/07/2025." in said.text
    assert "Ngày hẹn trả kết quả: 22/07/2025." in said.text
    assert "Còn 5 ngày làm việc" in said.text


def test_a_procedure_that_is_not_in_the_base_is_named_as_intake_names_it():
    assert "Thủ tục: Cấp phép xây dựng." in proved(backend(procedure="Cấp phép xây dựng")).text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"working_days_left": -3}, "Đã quá ngày hẹn trả 3 ngày làm việc"),
        ({"working_days_left": 0}, "Hôm nay là ngày hẹn trả"),
        ({"clock": "paused", "status": 5}, "đang tạm dừng"),
        ({"clock": "not_started", "status": 1, "received_on": None, "due_on": None}, "chưa bắt đầu tính"),
        ({"clock": "ended", "status": 9, "finished_on": "2025-07-20"}, "Ngày kết thúc xử lý: 20/07/2025"),
        ({"clock": "ended", "status": 9, "on_time": True}, "Kết quả có đúng hẹn."),
        ({"clock": "ended", "status": 10, "on_time": False}, "Kết quả có sau ngày hẹn trả."),
        ({"due_is_provisional": True}, "tạm tính"),
        ({"clock": "paused", "status": 5, "working_days_left": 7}, "khi tiếp tục còn 7 ngày làm việc"),
        ({"status": 5, "supplement_due_on": "2025-08-01"}, "Hạn bổ sung: 01/08/2025."),
        (
            {"status": 5, "supplement": "Bản gốc Giấy chứng nhận"},
            "Nội dung cần bổ sung: Bản gốc Giấy chứng nhận",
        ),
        ({"where": "Chi nhánh số 3"}, "Nơi liên hệ: Chi nhánh số 3"),
    ],
)
def test_clock_supplement_and_place_are_told(changes, said):
    assert said in proved(backend(**changes)).text


@pytest.mark.parametrize("status", [2, 4])
def test_a_late_dossier_is_not_told_to_wait_but_what_to_do(status):
    late = proved(backend(status=status, working_days_left=-332)).text
    assert "Đã quá ngày hẹn trả 332 ngày làm việc." in late
    assert "chờ đến ngày hẹn" not in late
    assert "văn bản xin lỗi" in late
    assert "18001096" in late
    assert "văn bản xin lỗi" not in proved(backend(status=status)).text


@pytest.mark.parametrize("status", [1, 3])
def test_a_dossier_that_was_not_accepted_has_a_day_of_filing_only(status):
    said = proved(backend(status=status, clock="not_started", due_on=None)).text
    assert "Ngày nộp: 01/07/2025." in said
    assert "Ngày tiếp nhận" not in said


@pytest.mark.parametrize("text", ["mất giấy hẹn rồi thì sao", "mat giay hen", "tôi không nhớ mã"])
def test_who_lost_the_slip_or_the_code_hears_what_can_be_done(text):
    said = ask(text, awaiting="dossier_code")
    assert said.response == "utter_slip_lost"
    assert "6 số cuối căn cước công dân" in said.text
    assert said.slots["awaiting"] == "dossier_code"


@pytest.mark.parametrize(
    "text",
    [
        "tra hồ sơ khác",
        "hồ sơ của vợ tôi thế nào",
        "cho xem hồ sơ người trước",
        "tôi là người khác, hồ sơ đâu",
    ],
)
def test_another_dossier_is_asked_for_by_its_code(text):
    said = ask(text, intake=backend(), dossier_code=CODE, proof_token="token")
    assert said.outcome == "clarification_code"
    assert said.slots["awaiting"] == "dossier_code"


def test_the_other_dossier_is_the_one_that_waits():
    other = "H57.132-260804-0583"
    slots = {"dossier_code": CODE, "proof_token": "token", "waiting_dossiers": [other]}
    said = ask("hồ sơ kia đâu", intake=backend(), **slots)
    assert said.outcome == "clarification_proof"
    assert said.slots["dossier_code"] == other
    assert said.slots["waiting_dossiers"] is None


def test_an_ended_dossier_is_not_called_late():
    assert "quá ngày hẹn" not in proved(backend(status=10, clock="ended", working_days_left=-30)).text


def test_a_status_we_do_not_know_is_not_guessed():
    assert "chưa xác định" in proved(backend(status=11)).text


def test_wrong_code_wrong_proof_and_refused_proof_sound_exactly_alike():
    wrong_code = proved(backend(), code="H26.19-250701-9999")
    wrong_token = proved(backend(), token="expired")
    refused = proved(silent, token="")
    assert wrong_code.text == wrong_token.text == refused.text
    assert {wrong_code.outcome, wrong_token.outcome, refused.outcome} == {"status_refused"}
    assert wrong_code.custom == wrong_token.custom == refused.custom


def test_a_refusal_drops_the_token_and_lets_them_try_again():
    said = proved(backend(), token="expired")
    assert said.slots["proof_token"] is None
    assert said.slots["awaiting"] == "proof"
    assert said.slots["dossier_code"] == CODE


@pytest.mark.parametrize("intake", [silent, garbage, failing])
def test_silent_intake_is_admitted_and_the_code_is_kept(intake):
    said = proved(intake)
    assert said.outcome == "error_intake"
    assert said.text == wording("utter_intake_unavailable")
    assert said.slots["dossier_code"] == CODE
    assert said.slots["proof_token"] == "token"


def test_a_new_code_replaces_the_old_one_and_drops_its_proof():
    said = ask(codes=["H57.132-260804-0583"], intake=backend(), dossier_code=CODE, proof_token="token")
    assert said.outcome == "clarification_proof"
    assert said.slots["dossier_code"] == "H57.132-260804-0583"
    assert said.slots["proof_token"] is None


def test_the_same_code_again_needs_no_second_proof():
    assert (
        ask(codes=[CODE], intake=backend(), dossier_code=CODE, proof_token="token").outcome == "status_shown"
    )


def test_nobody_is_named():
    said = proved(backend(applicant="Nguyễn Văn A", officer="Trần Thị B"))
    assert "Nguyễn" not in said.text
    assert "Trần" not in said.text
