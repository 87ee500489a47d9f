"""What a citizen hears when asking on about a dossier that was just shown."""

import pytest

from tests.actions.test_check_dossier import CODE, ask, backend

PAUSED = {"status": 5, "clock": "paused"}
SLOTS = {"dossier_code": CODE, "proof_token": "token"}


def asked(text, **changes):
    return ask(text, intake=backend(**changes), **SLOTS)


@pytest.mark.parametrize(
    ("text", "changes", "said"),
    [
        ("bao giờ trả kết quả", {}, "Ngày hẹn trả kết quả: 22/07/2025.\nCòn 5 ngày làm việc"),
        ("khi nào xong", {"working_days_left": -3}, "Đã quá ngày hẹn trả 3 ngày làm việc."),
        ("khi nao xong", {"status": 9, "clock": "ended"}, "Kết quả đã có, đang chờ bạn nhận."),
        ("bao giờ có", {"status": 10, "clock": "ended"}, "Kết quả đã được trả."),
        ("bao giờ có", {"status": 8, "clock": "ended"}, "đã dừng nên không có ngày trả kết quả"),
        ("chừng nào tiếp nhận", {"status": 1, "clock": "not_started"}, "chưa được tiếp nhận nên chưa có ngày hẹn"),
        ("bao lâu", {"due_on": None, "working_days_left": None}, "không ghi ngày hẹn trả"),
        ("sao lâu thế", {"working_days_left": -3}, "Hệ thống tiếp nhận không ghi lý do."),
        ("vì sao bị vậy", {"status": 3, "clock": "ended"}, "lý do ghi trong phiếu từ chối tiếp nhận hồ sơ"),
        ("cần bổ sung gì", {"status": 5, "clock": "paused", "supplement": "Bản gốc"}, "Nội dung cần bổ sung: Bản gốc"),
        ("cần bổ sung gì", {"status": 5, "clock": "paused"}, "Bạn xem phiếu yêu cầu bổ sung"),
        ("nộp thêm gì không", {}, "Hiện hồ sơ không ở bước bổ sung giấy tờ."),
        ("bổ sung xong thì bao lâu", PAUSED | {"working_days_left": 7}, "còn 7 ngày làm việc"),
        ("bổ sung xong thì bao lâu", PAUSED | {"working_days_left": None}, "không ghi còn"),
        ("bổ sung ở đâu", {"status": 5, "clock": "paused", "where": "Chi nhánh số 3"}, "Nơi liên hệ: Chi nhánh số 3."),
        ("đến lấy ở đâu", {"status": 9, "clock": "ended"}, "ghi trên giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        ("nộp tiền ở đâu", {"status": 6, "clock": "paused"}, "Bạn xem thông báo nộp tiền của cơ quan"),
        ("bao nhiêu tiền", {}, "Hiện hồ sơ không ở bước nộp thuế, phí hoặc lệ phí."),
    ],
)  # fmt: skip
def test_a_question_about_the_dossier_is_answered_as_far_as_intake_says(text, changes, said):
    answer = asked(text, **changes)
    assert answer.response == "utter_dossier_answer"
    assert answer.outcome == "status_shown"
    assert answer.text.startswith(f"Về hồ sơ {CODE}:")
    assert said in answer.text


def test_whom_to_ask_on_is_told():
    assert (
        "Muốn biết thêm, bạn hỏi Chi nhánh số 3 hoặc gọi 18001096."
        in asked("bao lâu", where="Chi nhánh số 3").text
    )
    assert "bạn hỏi nơi đã nộp hồ sơ hoặc gọi 18001096." in asked("bao lâu").text
    assert "văn bản xin lỗi" in asked("bao lâu", working_days_left=-3).text


@pytest.mark.parametrize(
    "text", ["hồ sơ tới đâu rồi", "hồ sơ đến đâu rồi", "hồ sơ ở đâu rồi", "tình trạng hồ sơ"]
)
def test_asking_where_it_stands_gets_the_status_again(text):
    assert asked(text).response == "utter_dossier_status_4"


def test_the_proof_stays_good_for_the_next_question():
    assert asked("bao lâu").slots["proof_token"] == "token"


def test_a_proof_that_has_run_out_is_asked_for_again():
    said = ask("bao lâu", intake=backend(), dossier_code=CODE, proof_token="expired")
    assert said.response == "utter_ask_proof"
    assert said.slots["awaiting"] == "proof"
