"""Ages in people's words and in official names."""

import pytest

from knowledge_base.search.ages import ages_said, bounds_named


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("con tôi 7 tuổi", [7]),
        ("chau muoi tuoi", [10]),
        ("em mười chín tuổi", [19]),
        ("bà tám mươi lăm tuổi", [85]),
        ("mẹ bảy mươi tuổi, bố 72 tuổi", [70, 72]),
        ("con lên bảy tuổi", [7]),
        ("trẻ dưới 14 tuổi", [13]),
        ("chưa đủ 16 tuổi", [15]),
        ("từ đủ 14 tuổi", [14]),
        ("bé 3 tháng tuổi", []),
        ("tuổi thọ", []),
        ("đủ tuổi nghỉ hưu", []),
        ("sinh năm 1990, 99999 tuổi", []),
    ],
)
def test_ages_are_heard(text: str, ages: list[int]) -> None:
    assert ages_said(text.replace(",", "").split()) == ages


@pytest.mark.parametrize(
    ("title", "fits", "misses"),
    [
        ("Mượn sách cho người dưới 14 tuổi", (0, 13), (14, 40)),
        ("Mượn sách cho người từ đủ 14 tuổi trở lên (thực hiện tại cấp tỉnh)", (14, 99), (13,)),
        ("Quà cho người từ đủ 75 tuổi đến 80 tuổi", (75, 80), (74, 81)),
        ("Sử dụng người chưa đủ 13 tuổi", (12,), (13,)),
        ("Quà cho người từ đủ 70 tuổi đến dưới 75 tuổi", (70, 74), (69, 75)),
    ],
)
def test_names_say_for_which_age_they_are(title: str, fits: tuple[int, ...], misses: tuple[int, ...]) -> None:
    bounds = bounds_named(title)
    assert bounds is not None
    assert all(map(bounds.holds, fits))
    assert not any(map(bounds.holds, misses))


@pytest.mark.parametrize(
    "title",
    [
        "Mượn sách",
        "Quà cho người từ đủ 75 tuổi; người bị bệnh nặng",
        "Sữa cho trẻ đến 36 tháng tuổi",
        "Nuôi trẻ dưới 6 tháng tuổi",
    ],
)
def test_other_names_bind_to_no_age(title: str) -> None:
    assert bounds_named(title) is None
