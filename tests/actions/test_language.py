"""Which messages are in a language that the assistant does not answer in."""

import pytest

from actions.language import strange
from tests.actions.desk import style


@pytest.mark.parametrize(
    "text",
    ["Bonjour, je voudrais me marier au Vietnam", "Ich möchte meinen Führerschein umschreiben lassen"],
)
def test_a_language_in_latin_letters_is_told_by_its_words(text):
    assert strange(text, style()) == "language"


@pytest.mark.parametrize(
    "text",
    [
        "đăng ký khai sinh cho con mới sinh ở phường",
        "dang ky thuong tru can giay to gi",
        "asdkjhaskdjh qwlkej",
        "e mun dki kt tz dc hok ad oi",
        "tải app vneid về iphone đăng nhập facebook zalo thế nào",
    ],
)
def test_vietnamese_abbreviations_and_gibberish_are_not(text):
    assert strange(text, style()) != "language"
