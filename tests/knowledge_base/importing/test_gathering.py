"""Many files on one procedure, two procedures under one code, runs that break off."""

from datetime import date

import pytest

from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.gathering import Gathering
from knowledge_base.importing.journal import Journal
from knowledge_base.importing.limits import LIMITS
from knowledge_base.importing.parsed import Origin, Parsed
from knowledge_base.importing.reading import read_content
from knowledge_base.importing.run import gather
from tests.knowledge_base.importing.made_up_files import (
    ORIGIN,
    as_json,
    detail,
    save_details,
    word,
    workbook,
)

TODAY = date(2026, 7, 18)
EXPORT = word(
    {"Mã thủ tục": "1.000001", "Tên thủ tục": "Thả diều", "Lĩnh vực": "Trò chơi", "Từ khóa": "diều"}
)
LIST = workbook(("1.000001", "Thả diều", "Bộ Gió", "Phòng Gió", "Trò chơi"))


def parsed(content, name="x"):
    (read,) = read_content(content, Origin(name, TODAY))
    assert isinstance(read, Parsed), read
    return read


def gathered(*all_parsed):
    gathering = Gathering()
    for one in all_parsed:
        gathering.add(one)
    return gathering


@pytest.mark.parametrize("turned", [False, True])
def test_the_fullest_format_wins_whatever_comes_first(turned):
    files = [parsed(as_json(detail()), "json"), parsed(EXPORT, "word"), parsed(LIST, "list")]
    gathering = gathered(*(reversed(files) if turned else files))
    assert gathering.records["1.000001"].file == "json"
    assert {merged.kept for merged in gathering.merged} <= {"json", "word"}
    assert len(gathering.merged) == 2


def test_a_list_adds_the_issuer_that_an_export_does_not_say():
    record = gathered(parsed(LIST), parsed(EXPORT)).records["1.000001"].record
    assert (record["promulgating_agency"], record["keywords"]) == ("Bộ Gió", "diều")


def test_of_two_records_the_newer_one_stays():
    old, new = detail(name="Tên cũ"), detail(name="Tên mới", updatedAt=1_784_000_000_000)
    gathering = gathered(parsed(as_json(new)), parsed(as_json(old)))
    assert gathering.records["1.000001"].record["name"] == "Tên mới"


@pytest.mark.parametrize("turned", [False, True])
def test_two_procedures_under_one_code_are_both_kept(turned):
    files = [parsed(as_json(detail("1.000001"))), parsed(as_json(detail(" 1.000001", name="Thả cá")))]
    records = gathered(*(reversed(files) if turned else files)).as_records()
    assert {code: record["name"] for code, record in records.items()} == {
        "1.000001": "Cấp giấy phép thả diều",
        " 1.000001": "Thả cá",
    }


def test_another_procedure_with_the_very_same_code_is_told():
    gathering = gathered(parsed(as_json(detail())), parsed(as_json(detail(id="other"))))
    assert [merged.why for merged in gathering.merged] == ["another procedure has its code"]


def run(folder, journal, **more):
    seen = []
    return gather([folder], TODAY, journal, seen.append, **more), seen


def test_one_broken_file_never_stops_the_run(tmp_path):
    folder = save_details(tmp_path / "files", "1.000001", "1.000003")
    (folder / "1.000002.json").write_bytes(as_json(detail(name="")))
    (folder / "0.pdf").write_bytes(b"%PDF- none")
    gathering, seen = run(folder, Journal(tmp_path))
    assert list(gathering.records) == ["1.000001", "1.000003"]
    assert [(refused.file, refused.why[:8]) for refused in gathering.refused] == [
        (str(folder / "0.pdf"), "content:"),
        (str(folder / "1.000002.json"), "name: th"),
    ]
    assert seen == [1, 2, 3, 4]


def test_the_day_that_an_operator_names_is_that_of_all_files(tmp_path):
    gathering, _ = run(save_details(tmp_path / "files", "1.000001"), Journal(tmp_path), fetched=TODAY)
    assert gathering.records["1.000001"].record["source"]["crawled"] == "2026-07-18"


def test_a_broken_off_run_does_not_read_slow_files_again(tmp_path):
    list(Journal(tmp_path).read(EXPORT, ORIGIN, LIMITS))
    journal = Journal(tmp_path)
    (again,) = journal.read(EXPORT, Origin("moved.doc", TODAY), LIMITS)
    assert journal.resumed == 1
    assert again == parsed(EXPORT, "moved.doc")
    journal.close()
    assert Journal(tmp_path).resumed == 0
    assert list(tmp_path.iterdir()) == []


def test_a_line_that_was_cut_off_costs_no_other(tmp_path):
    list(Journal(tmp_path).read(EXPORT, ORIGIN, LIMITS))
    path = tmp_path / "import-journal.jsonl"
    path.write_bytes(path.read_bytes()[:-30])
    list(Journal(tmp_path).read(EXPORT, ORIGIN, LIMITS))
    journal = Journal(tmp_path)
    list(journal.read(EXPORT, ORIGIN, LIMITS))
    assert journal.resumed == 1


def test_what_is_wrong_is_not_kept_in_the_journal(tmp_path):
    (problem,) = Journal(tmp_path).read(as_json(detail(name="")), ORIGIN, LIMITS)
    assert isinstance(problem, FieldWrong)
    assert list(tmp_path.iterdir()) == []
