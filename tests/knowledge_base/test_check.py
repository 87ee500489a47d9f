"""What the check of the whole knowledge folder finds."""

from datetime import date

import pytest

from knowledge_base.check import check_knowledge, main
from tests.knowledge_base.made_up import save, save_aliases

NAME = "CẤP GIẤY PHÉP THẢ DIỀU"
TODAY = date(2026, 12, 1)


def entry(code, *aliases, name=NAME):
    return f'- code: "{code}"\n  name: {name}\n  aliases: [{", ".join(aliases)}]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save(tmp_path)
    save(tmp_path, "1.000002")
    return tmp_path


def found(folder):
    return [str(finding) for finding in check_knowledge(folder, today=TODAY)]


def test_good_files_have_no_findings(folder, capsys):
    save_aliases(folder, entry("1.000001", "thả diều") + entry("1.000002", "thả diều sáo"))
    assert found(folder) == []
    assert main([str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_findings_are_printed_a_line_each_and_the_check_fails(folder, capsys):
    save(folder, "1.000003", siblings='["1.000009"]')
    assert main([str(folder)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("procedures/dieu/1.000003.yml:4: the sibling 1.000009 has no file;")


def test_sibling_whose_file_is_broken_is_still_known(folder):
    save(folder, "1.000001", text="[")
    save(folder, "1.000002", siblings='["1.000001"]')
    (line,) = found(folder)
    assert line.startswith("procedures/dieu/1.000001.yml:")


def test_siblings_name_each_other(folder):
    save(folder, "1.000002", siblings='["1.000001"]')
    (line,) = found(folder)
    assert line.startswith("procedures/dieu/1.000001.yml:4: 1.000002 names it as sibling")
    assert line.endswith("add 1.000002 to the siblings")


def test_procedure_cannot_be_its_own_sibling(folder):
    save(folder, siblings='["1.000001"]')
    (line,) = found(folder)
    assert "itself" in line


def test_one_code_in_two_folders_is_found(folder):
    twin = folder / "procedures" / "gio" / "1.000001.yml"
    twin.parent.mkdir()
    twin.write_bytes((folder / "procedures" / "dieu" / "1.000001.yml").read_bytes())
    (line,) = found(folder)
    assert line.startswith("procedures/gio/1.000001.yml:1: the procedure 1.000001 is also in procedures/dieu")


def test_due_review_is_a_finding_on_its_day_and_not_before(folder):
    path = save(folder, review_by="2026-12-01")
    assert found(folder) == []
    path.write_text(path.read_text("utf-8").replace("2026-12-01", "2026-11-30"), "utf-8")
    (line,) = found(folder)
    assert "the review was due on 2026-11-30" in line


def test_aliases_of_an_unknown_procedure_are_found_at_their_line(folder):
    save_aliases(folder, entry("1.000001", "thả diều") + entry("1.000009", "thả chim"))
    (line,) = found(folder)
    assert line.startswith(
        "aliases/dieu.yml:4: 1.000009 has aliases but is no procedure of the central level;"
    )


def test_alias_of_two_procedures_is_found_unless_they_are_siblings(folder):
    save_aliases(folder, entry("1.000001", "Thả diều") + entry("1.000002", "tha dieu"))
    (line,) = found(folder)
    assert "1.000001 has the alias 'tha dieu' too" in line
    save(folder, siblings='["1.000002"]')
    save(folder, "1.000002", siblings='["1.000001"]')
    assert found(folder) == []


def test_alias_of_two_entries_that_name_each_other_as_siblings_is_fine(folder):
    second = entry("1.000002", "tha dieu") + '  siblings: ["1.000001"]\n'
    save_aliases(folder, entry("1.000001", "Thả diều") + second)
    assert found(folder) == []


def test_aliases_of_a_procedure_that_is_not_held_yet_are_kept(folder):
    save_aliases(folder, entry("1.005461", "khai tử lại", name="Đăng ký lại khai tử"))
    assert found(folder) == []


def test_alias_written_twice_is_found(folder):
    save_aliases(folder, entry("1.000001", "thả diều", "tha dieu"))
    (line,) = found(folder)
    assert "written twice" in line


def test_wrong_official_name_beside_aliases_is_found(folder):
    save_aliases(folder, entry("1.000001", "thả diều", name="Thả diều"))
    (line,) = found(folder)
    assert line.endswith(f"write: {NAME}")


def test_aliases_of_one_procedure_stand_together_and_sorted(folder):
    save_aliases(folder, entry("1.000002", "thả diều sáo") + entry("1.000001", "thả diều"))
    save_aliases(folder, entry("1.000002", "thả diều giấy"), name="gio")
    order, twice = found(folder)
    assert "1.000001 comes after 1.000002" in order
    assert "1.000002 also has aliases in aliases/dieu.yml" in twice


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code: x\n", "the file is a group of keys"),
        ("- thả diều\n", "the entry is a text"),
        ('- code: "1.000001"\n  name: x\n  aliases: thả diều\n', "aliases is a text"),
        (entry("1.000001", "''"), "aliases is empty"),
        (entry("1.000001", "thả " * 50), "characters"),
        (entry("1.000001", "thả diều") + "  alias: []\n", "the key alias is not known"),
    ],
)
def test_mistake_in_an_alias_file_is_found(text, says, folder):
    save_aliases(folder, text)
    assert any(says in line for line in found(folder))


def test_files_that_nobody_reads_are_found(folder):
    (folder / "procedures" / "1.000003.yml").write_text("code: x", "utf-8")
    (folder / "procedures" / "dieu" / "1.000004.yaml").write_text("code: x", "utf-8")
    assert [line.split(";")[0] for line in found(folder)] == [
        "procedures/1.000003.yml:1: this file is not read",
        "procedures/dieu/1.000004.yaml:1: this file is not read",
    ]


def test_empty_folder_is_a_finding(tmp_path):
    (line,) = found(tmp_path)
    assert "there is no procedure" in line
