"""Files, folders and archives: read whatever they are called, never further than is safe."""

import gzip
import io
import os
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pytest

from knowledge_base.importing.files import files_under
from knowledge_base.importing.limits import Limits
from knowledge_base.importing.reading import read_content
from tests.knowledge_base.importing.made_up_files import ORIGIN, as_json, detail, save_details, tar_gz

TODAY = date(2026, 11, 24)
SMALL = Limits(file=2_000, archive=50_000, unpacked=60_000, members=5, ratio=3, unpacked_without_ratio=20_000)


def found(*paths, limits=None):
    return list(files_under(paths, TODAY, limits or Limits()))


def problem_of(path, limits=SMALL):
    *_, last = found(path, limits=limits)
    return str(last.problem)


def written(folder, content, name="x.bin"):
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_folder_yields_its_files_in_order_and_follows_no_link(tmp_path):
    save_details(tmp_path / "b", "1.000002")
    save_details(tmp_path / "a", "1.000001")
    (tmp_path / "a" / "link.json").symlink_to("/etc/hostname")
    assert [Path(file.origin.file).name for file in found(tmp_path)] == ["1.000001.json", "1.000002.json"]


@pytest.mark.parametrize("mode", ["w:gz", "w"])
def test_an_archive_is_told_by_its_content(mode, tmp_path):
    path = written(tmp_path, tar_gz({"a/1.json": b"{}", "a/2.json": b"[]"}, mode), "catalogue.pdf")
    first, second = found(path)
    assert (first.origin.file, first.content) == (f"{path}!a/1.json", b"{}")
    assert first.origin.fetched == date(2026, 7, 18)
    assert second.content == b"[]"


def test_a_single_gzipped_file_is_unpacked(tmp_path):
    path = written(tmp_path, gzip.compress(as_json(detail())))
    (file,) = found(path)
    assert [parsed.code for parsed in read_content(file.content, file.origin)] == ["1.000001"]


def test_the_day_of_a_file_is_its_own_and_never_one_to_come(tmp_path):
    path = written(tmp_path, b"{}")
    os.utime(path, (0, 4_000_000_000))
    assert found(path)[0].origin.fetched == TODAY


def test_a_file_over_the_limit_is_not_even_read(tmp_path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    assert "more than" in problem_of(path, Limits())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(b" " * 10_000), "unpacks to more than"),
        (gzip.compress(b"{}" * 100)[:-9], "cut off"),
        (tar_gz({"bomb.json": b" " * 40_000}), "unpacks to far more"),
        (tar_gz({f"{n}.json": b"{}" for n in range(9)}), "more than 5 members"),
        (tar_gz({"a.json": os.urandom(1000)})[:-200], "damaged"),
        (os.urandom(60_000), "more than"),
    ],
    ids=["bomb", "cut", "bomb in an archive", "many members", "damaged archive", "large"],
)
def test_bombs_and_broken_archives_are_left_as_soon_as_they_show(content, said, tmp_path):
    assert said in problem_of(written(tmp_path, content))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "a\\..\\b"])
def test_a_member_that_leads_out_is_refused_and_the_rest_read(name, tmp_path):
    path = written(tmp_path, tar_gz({name: b"{}", "b.json": b"{}"}))
    out, inside = found(path)
    assert str(out.problem).startswith("path: ")
    assert inside.content == b"{}"


def test_links_and_devices_of_an_archive_are_refused(tmp_path):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        link = tarfile.TarInfo("passwd.json")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert "link or a device" in problem_of(written(tmp_path, packed.getvalue()), Limits())


def test_a_member_over_the_limit_is_passed_over(tmp_path):
    path = written(tmp_path, tar_gz({"big.json": os.urandom(3_000), "b.json": b"{}"}))
    big, small = found(path, limits=SMALL)
    assert "more than 2000" in str(big.problem)
    assert small.content == b"{}"


def test_a_file_that_cannot_be_read_says_so(tmp_path):
    assert "cannot be read" in problem_of(tmp_path / "gone.json")


def zipped(members, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({"word/document.xml": " " * 300_000}), "times its size"),
        (zipped({"xl/workbook.xml": " " * 2_000_000}), "more than 1000000"),
        (zipped({"a.json": "{}"}), "no Word file and no workbook"),
        (zipped({"xl/workbook.xml": "<a/>"})[:-30], "damaged"),
        (zipped({"xl/workbook.xml": "<a/>"}), "no workbook"),
        (zipped({"word/document.xml": "<a"}), "no Word document"),
        (zipped({"word/document.xml": "<a/>"}), "no body"),
        (b"PK\x03\x04 nothing", "damaged"),
    ],
)
def test_zip_bombs_and_other_zips_are_told(content, said):
    limits = Limits(file=1_000_000, unpacked_without_ratio=100_000)
    (problem,) = read_content(content, ORIGIN, limits)
    assert said in str(problem)


def test_a_billion_laughs_are_not_laughed():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>'
    (problem,) = read_content(zipped({"word/document.xml": xml}), ORIGIN)
    assert "Word document" in str(problem)
