"""Made-up dossiers from a file: everything that people may write, and every mistake named."""

from datetime import date

import pytest

from intake.dossier import ApplicantKind
from intake.dossier_file import InvalidDossierFile, read_dossiers
from intake.start import MADE_UP
from intake.status import Status
from tests.intake.desk import CODE, FILE

ENTRY = "- {code: H26.19-260901-0012, status: 4, received: 2026-09-01, %s}"


def entry(fields):
    (read,) = read_dossiers("dossiers:\n" + ENTRY % fields, "dossiers.yml")
    return read


def mistakes(text):
    with pytest.raises(InvalidDossierFile) as raised:
        read_dossiers(text, "dossiers.yml")
    return [(finding.line, finding.what) for finding in raised.value.findings]


@pytest.mark.parametrize(
    "code",
    [
        "000.A0.01.H26-210212-9090", "000.00.01.H26-260930-0012", "H57.132-260804-0583", "H26-260901-0001",
        "G09.20-20260609-0092637", "03706/2026/07906", "h26.19 – 250701 – 0012",
    ],
)  # fmt: skip
def test_any_official_shape_of_code_is_read(code):
    text = f"dossiers:\n- code: {code}\n  status: 4\n  received: 2026-09-01"
    assert len(read_dossiers(text, "dossiers.yml")) == 1


@pytest.mark.parametrize("written", ["012345", "12345", '"012345"', "'12345'", "001099012345"])
def test_zeros_that_were_lost_from_digits_are_given_back(written):
    assert entry(f"id_last6: {written}").id_last6 == "012345"


@pytest.mark.parametrize(
    "written", ["2026-09-30", '"30/09/2026"', "30-9-2026", '"2026-09-30T17:00:00"', "2026/9/30"]
)
def test_dates_are_read_as_people_write_them(written):
    assert entry(f"due: {written}").due_on == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Nguyễn Văn Trường", "individual"),
        ("Hội Nguyễn", "organisation"),
        ("cá nhân", "individual"),
        ("tổ chức", "organisation"),
        ("organisation", "organisation"),
        ("công ty", "organisation"),
        ("CÔNG TY TNHH MẪU", "organisation"),
        ("Cong ty co phan Mau", "organisation"),
        ("UBND phường Mẫu", "organisation"),
        ("{kind: tổ chức, name: Mẫu}", "organisation"),
        ("{kind: individual, name: Công ty}", "individual"),
        ("{name: Hợp tác xã Mẫu}", "organisation"),
        ("", "individual"),
    ],
)
def test_who_filed_is_told_by_a_word_a_name_or_a_mapping(written, kind):
    assert entry(f"applicant: {written}").applicant_kind is ApplicantKind(kind)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Bản gốc", "Bản gốc"),
        ("[Bản gốc, Đơn]", "Bản gốc; Đơn"),
        ("{content: Bản gốc, asked_on: 2026-09-05, due: 01/10/2026}", "Bản gốc"),
        ("{reason: thiếu, documents: [Đơn, Bản gốc]}", "thiếu; Đơn; Bản gốc"),
    ],
)
def test_a_supplement_is_a_text_a_list_or_a_mapping(written, text):
    assert entry(f"supplement: {written}").supplement.text == text


def test_the_days_of_a_supplement_are_read_beside_its_text():
    read = entry("supplement: {content: Đơn, asked_on: 2026-09-05, due: 01/10/2026}").supplement
    assert (read.asked_on, read.answer_by) == (date(2026, 9, 5), date(2026, 10, 1))


@pytest.mark.parametrize("written", ["4", '"4"', "Đang xử lý", "dang xu ly", "4 - Đang xử lý"])
def test_a_status_is_a_number_or_its_label(written):
    text = f"dossiers: [{{code: H26-260901-0001, received: 2026-09-01, status: {written}}}]"
    assert read_dossiers(text, "dossiers.yml")[0].status is Status.IN_PROGRESS


def test_a_procedure_code_keeps_its_zeros():
    assert entry("procedure: 1.013830").procedure == "1.013830"


def test_fields_that_are_empty_or_not_known_are_left_out():
    assert entry("due: , lookup_key: null, note: hello").due_on is None


def test_the_proofs_are_not_in_what_an_entry_shows_of_itself():
    assert "012345" not in repr(entry('id_last6: "012345"'))


def test_every_mistake_of_a_file_is_named_with_its_line():
    text = """dossiers:
  - code: H26-250231-0001
    status: 11
    received: 2026-02-30
  - code: H26-260901-0001
    id_last6: 12x456
    received: 2026-09-01
    due: 2026-08-01
  - nothing
  - {code: H26-260901-0002, status: 4, received: 2026-09-01, due: 2026-08-31}
  - {code: h26-260901-0002, status: 4, received: 2026-09-01}
"""
    assert mistakes(text) == [
        (2, "code: 'H26-250231-0001' has no shape of a dossier code"),
        (3, "status: '11' is no status"),
        (4, "received: '2026-02-30' is no date"),
        (5, "status is missing"),
        (6, "id_last6: this is no row of digits"),
        (9, "an entry is no mapping"),
        (10, "due: it lies before the day of receipt"),
        (11, "code: H26-260901-0002 stands on line 10 too"),
    ]


@pytest.mark.parametrize(
    "text", ["", "dossiers:", "dossiers: 3", "other: []", "dossiers: [", "a: &a [*a]", "\t"]
)
def test_a_file_without_a_list_of_dossiers_is_named(text):
    assert len(mistakes(text)) == 1


def test_a_mistake_over_http_says_where_what_and_how_to_mend(desk):
    answer = desk.load("dossiers:\n- code: H26-260901-0001\n  received: 2026-09-01")
    assert answer.status_code == 422
    (finding,) = answer.json()["findings"]
    assert set(finding) == {"file", "line", "what", "why", "mend"}
    (said,) = answer.json()["errors"]
    assert said.startswith("made_up.yml:2: status is missing; ")


def test_a_file_in_another_encoding_is_named(desk):
    answer = desk.load("# UTF-8\ndossiers: [{applicant: Nguyễn}]".encode("utf-16"))
    assert answer.json()["findings"][0]["what"] == "this is no UTF-8"


def test_a_file_with_a_mistake_loads_nothing(desk):
    text = FILE.replace(CODE, "H26.19-260901-0099").replace("status: 5", "status: 50")
    assert desk.load(text).status_code == 422
    assert desk.rows("SELECT FROM intake.dossier WHERE code LIKE '%0099'") == []


def test_loading_again_replaces_a_dossier_with_its_tokens_and_counts(desk):
    token = desk.prove("093471").json()["proof_token"]
    for _ in range(5):
        desk.prove("000001")
    assert desk.prove("093471").status_code == 403
    desk.pass_time(seconds=1)
    assert desk.load(FILE.replace("status: 4", "status: 9")).json()["loaded"][0] == CODE
    assert desk.look_up(token).status_code == 403
    assert desk.shown("093471")["status"] == 9
    assert desk.rows("SELECT count(*) FROM intake.attempt WHERE outcome = 'wrong_factor'") == [(5,)]


def test_a_real_dossier_is_never_replaced(desk):
    desk.rows(
        "INSERT INTO intake.dossier VALUES ('H26-260901-0001', '1.012784', 'individual', now()) RETURNING 1"
    )
    answer = desk.load(FILE.replace(CODE, "H26-260901-0001"))
    assert answer.status_code == 409
    assert answer.json()["errors"][0].startswith("H26-260901-0001: ")


def test_what_is_there_already_stays_when_the_backend_starts_again(desk):
    token = desk.prove("093471").json()["proof_token"]
    desk.run(desk.backend.loader.add_missing(read_dossiers(FILE.replace("status: 4", "status: 9"), "x")))
    assert desk.look_up(token).json()["status"] == 4


def test_the_made_up_dossiers_cover_every_status_kind_and_shape():
    entries = read_dossiers(MADE_UP.read_text("utf-8"), MADE_UP.name)
    assert {made_up.status for made_up in entries} == set(Status)
    assert {made_up.applicant_kind for made_up in entries} == set(ApplicantKind)
    assert all(made_up.lookup_key and made_up.id_last6 and made_up.phone_last6 for made_up in entries)
    assert len({made_up.lookup_key for made_up in entries}) == len(entries) >= 14
    proofs = MADE_UP.read_text("utf-8").split("dossiers:\n", 1)[0].replace("-", "")
    assert all(made_up.lookup_key in proofs and made_up.id_last6 in proofs for made_up in entries)


@pytest.mark.parametrize("written", ["9999-12-30", "1989-12-31", "01/01/2101"])
def test_a_date_of_a_year_that_no_office_knows_is_refused(written):
    assert mistakes("dossiers:\n" + ENTRY % f"due: {written}")[0][1].startswith("due:")


def test_of_very_many_mistakes_the_first_hundred_are_named():
    assert len(mistakes("dossiers:\n" + "- {}\n" * 1000)) <= 103


def test_more_dossiers_than_are_read_at_once_are_refused_whole():
    assert "5001 dossiers" in mistakes("dossiers:\n" + "- {}\n" * 5001)[0][1]
