"""Names that are too long to be shown whole still tell one from another."""

from actions.told_apart import told_apart

_BOTH = "Nhà ở hình thành trong tương lai thuộc dự án đầu tư xây dựng nhà ở, dự án nông nghiệp: "


def test_short_names_are_left_alone():
    assert told_apart(["Cá nhân", "Tổ  chức"], 40) == ("Cá nhân", "Tổ chức")


def test_a_long_name_unlike_the_others_is_cut_at_its_end():
    assert told_apart(["Cá nhân đang sử dụng đất ở nông thôn", "Tổ chức"], 20)[0] == "Cá nhân đang sử…"


def test_names_alike_as_far_as_they_fit_show_where_they_differ():
    titles = told_apart([f"{_BOTH}Bên bảo đảm là chủ đầu tư", f"{_BOTH}Bên bảo đảm là người mua nhà"], 60)
    assert titles == (
        "Nhà ở hình thành trong tương … Bên bảo đảm là chủ đầu tư",
        "Nhà ở hình thành trong tương … Bên bảo đảm là người mua nhà",
    )
    assert all(len(title) <= 60 for title in titles)


def test_names_without_a_clause_to_begin_at_are_cut_as_they_are():
    assert told_apart(["Cá nhân sử dụng đất lúa", "Cá nhân sử dụng đất ở"], 15) == ("Cá nhân sử…",) * 2
