"""A poorer file over a fuller one."""

from knowledge_base.importing.reading import read_content
from tests.knowledge_base.catalogue.base import after, catalogue, imported
from tests.knowledge_base.importing.made_up_files import ORIGIN, word, workbook

EXPORT = word({"Mã thủ tục": "1.000001", "Tên thủ tục": "Thả diều to", "Lĩnh vực": "Trò chơi"})
LIST = workbook(("1.000001", "Thả diều to", "Bộ Gió", "Phòng Diều", ""))


def renewed_by(content):
    (parsed,) = read_content(content, ORIGIN)
    old = catalogue(imported(province="Lào Cai"))
    return after(old, parsed.record, on=ORIGIN.fetched).records["1.000001"]


def test_a_list_renews_names_and_agencies_and_leaves_the_facts():
    stored = renewed_by(LIST)
    assert (stored.name, stored.record["executing_agencies"]) == ("Thả diều to", ["Phòng Diều"])
    assert stored.record["field"] == "Trò chơi dân gian"
    assert stored.record["conditions"] == "Có diều."
    assert stored.record["source"]["format"] == "portal-json"


def test_an_export_renews_the_facts_and_leaves_whose_they_are():
    stored = renewed_by(EXPORT)
    assert (stored.name, stored.record["conditions"]) == ("Thả diều to", "")
    assert stored.province == "Lào Cai"
    assert stored.record["source"]["format"] == "word-export"
