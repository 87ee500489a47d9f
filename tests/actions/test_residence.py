"""Where somebody lives is told apart from what is asked for."""

import pytest

from actions.phrases import Phrases
from actions.residence import without_residence


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("hai đứa tạm trú ở Bình Dương, quê Thanh Hóa, đăng ký được ko", "hai đứa đăng ký được ko"),
        ("em ho khau o nghe an thi nop dau", "em thi nop dau"),
        ("đăng ký tạm trú ở Bình Dương cần gì", "đăng ký tạm trú ở Bình Dương cần gì"),
        ("thế còn tạm trú ở nhà trọ", "thế còn tạm trú ở nhà trọ"),
        ("làm giấy xác nhận hộ khẩu ở Nghệ An", "làm giấy xác nhận hộ khẩu ở Nghệ An"),
        ("quê Huế", "quê Huế"),
        ("", ""),
    ],
)
def test_a_residence_is_left_out_unless_it_is_asked_for(text, left):
    assert without_residence(text, Phrases.load()) == left
