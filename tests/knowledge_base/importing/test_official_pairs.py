"""The 36 procedures of which there are the portal's JSON and its PDF: fact by fact, but for what a PDF leaves out."""

import re
import unicodedata

import pytest

from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.reading import read_content
from tests.knowledge_base.importing.official import PAIRS, TODAY, with_catalogue

pytestmark = [pytest.mark.catalogue, with_catalogue, pytest.mark.xdist_group("catalogue")]

FILES = sorted(PAIRS.glob("*.pdf"))
TEXTS = ("code", "name", "decision_number", "field", "receiving_address", "conditions", "keywords", "note")
NAMES = ("levels", "subjects", "authorized_agencies", "coordinating_agencies")


def squeezed(text):
    """Lines are wrapped and words cut; a letter's separate mark stands after a space."""
    whole = re.sub(r"\s+(?=[\u0300-\u036f])", "", text or "")
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", whole))


def parts(names):
    """The PDF joins names by commas, which are in names, too, and lists them in another order."""
    return sorted(squeezed(name) for name in ", ".join(names).split(", ") if name)


def record(path):
    (parsed,) = read_content(path.read_bytes(), Origin(path.name, TODAY))
    return parsed.record


@pytest.fixture(params=FILES, ids=lambda path: path.name.removesuffix(".chi-tiet-thu-tuc.pdf"))
def pair(request):
    beside = request.param.name.replace("chi-tiet-thu-tuc.pdf", "raw_procedure.json")
    return record(request.param.with_name(beside)), record(request.param)


def test_there_are_36_pairs():
    assert len(FILES) == 36


def test_json_and_pdf_agree(pair):
    full, printed = pair
    for field in TEXTS:
        assert squeezed(printed[field]).rstrip(".;") == squeezed(full[field]).rstrip(".;"), field
    for field in NAMES:
        assert parts(printed[field]) == parts(full[field]), field
    agencies_of_the_pdf_are_in_the_json(full, printed)
    steps_agree_but_for_their_names(full, printed)
    papers_agree_but_for_their_codes(full, printed)
    laws_and_results_agree(full, printed)
    ways_agree_but_for_what_the_pdf_makes_up(full, printed)


def agencies_of_the_pdf_are_in_the_json(full, printed):
    """The PDF leaves groups of units out."""
    for field in ("executing_agencies", "competent_agencies"):
        assert set(parts(printed[field])) <= set(parts(full[field])), field


def steps_agree_but_for_their_names(full, printed):
    assert squeezed("".join(step["text"] for step in printed["steps"])) == squeezed(
        "".join(step["text"] for step in full["steps"])
    )


def papers_agree_but_for_their_codes(full, printed):
    read = [
        [
            (
                squeezed(case["case"]),
                [
                    (squeezed(row["name"]), row["originals"], row["copies"], squeezed("".join(row["forms"])))
                    for row in case["documents"]
                ],
            )
            for case in one["document_cases"]
        ]
        for one in (full, printed)
    ]
    assert read[0] == read[1]


def laws_and_results_agree(full, printed):
    for field, number in (("legal_basis", "number"), ("results", "code")):
        ours, theirs = (
            sorted((squeezed(row[number]), squeezed(row["name"])) for row in one[field])
            for one in (full, printed)
        )
        assert ours == theirs, field


def ways_agree_but_for_what_the_pdf_makes_up(full, printed):
    assert len(full["submission"]) == len(printed["submission"])
    for way, shown in zip(full["submission"], printed["submission"], strict=True):
        assert way["mode"] == shown["mode"]
        assert squeezed(way["description"]) in squeezed(shown["description"])
        assert way["time_value"] == shown["time_value"]
        assert way["time_unit_code"] == shown["time_unit_code"] or way["time_value"] == 1
        amounts_of_the_pdf_are_in_the_json(way["fees"], shown["fees"])


def amounts_of_the_pdf_are_in_the_json(fees, shown):
    """The PDF prints "free" for 0 and for no fee, and amounts too small to be true: these are not taken over."""
    believed = [fee["amount"] for fee in shown if fee["amount"] is not None]
    assert believed == [fee["amount"] for fee in fees if (fee["amount"] or 0) >= 1000]
