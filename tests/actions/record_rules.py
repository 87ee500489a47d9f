"""What must hold of every answer about every record, whoever wrote it."""

import re

from actions.answering import reply_to
from actions.decision import Answer
from actions.phrasing import SECTIONS
from knowledge_base.imported.capitals import calmed
from office.wording import find

LONGEST = {"all_documents": 12_500, "checklist": 12_500}
LONGEST_ANSWER = 6000
"""Characters with heading and source: a page or two on a phone. A whole list of papers is asked for by name."""

BROKEN = {
    "a value that is none": re.compile(r"\bNone\b|01/01/0001"),
    "a variable that was not filled in": re.compile(r"[{}]"),
    "a bullet with nothing behind it": re.compile(r"(?m)^(?:[-+*]|\d+\.) *$"),
    "two bullets": re.compile(r"(?m)^- [-+*•] "),
    "an empty quotation": re.compile(r"“\s*”"),
    "an empty paragraph": re.compile(r"\n\n\n"),
}
NUMBERED_TWICE = re.compile(r"(?im)^(?:\d+\. )?bước \d+ ?[:.]? ?bước \d+ ?[:.]|^\d+\. bước \d")
QUOTED = re.compile(r"“[^”]*”")
SUM = re.compile(r"(\d(?:[\d.]*\d)?) (đồng|USD)")


ASKING = ("utter_ask_case", "utter_ask_checklist_case", "utter_ask_checklist_filer")


def told(procedure, facet, knowledge, style):
    """Return the text of an answer, and whether it asks back for what the list of papers depends on."""
    reply = reply_to(Answer(procedure, (facet,)), knowledge, style)
    return find(reply.response).text.format_map(reply.message()), reply.response in ASKING


def faults(procedure, knowledge, style):
    """Return what is wrong with the answers on each side of a procedure."""
    found = []
    for facet in SECTIONS:
        text, asks = told(procedure, facet, knowledge, style)
        found += [f"{facet}: {what}" for what, shape in BROKEN.items() if shape.search(text)]
        if facet == "steps" and NUMBERED_TWICE.search(text):
            found.append("steps: a step is numbered twice")
        if len(text) > LONGEST.get(facet, LONGEST_ANSWER):
            found.append(f"{facet}: {len(text)} characters")
        if facet != "legal_basis" and calmed(_without_files(text)) != _without_files(text):
            found.append(f"{facet}: shouting")
        if not (asks and facet in ("documents", "checklist")) and not _says_something(text, procedure):
            found.append(f"{facet}: nothing is told")
        found += [f"{facet}: {amount} is nowhere in the record" for amount in _invented(text, procedure)]
    return [f"{procedure.code} {fault}" for fault in found]


def _says_something(text, procedure):
    return f"Nguồn: thủ tục {procedure.shown_code}" in text and len(text.split("\n\n")) > 2


def _without_files(text):
    """Leave out names of files and the source, which are verbatim."""
    lines = text.partition("\nNguồn: ")[0].splitlines()
    return "\n".join(re.sub(r"mẫu: .*", "", line) for line in lines if not re.search(r"\.\w{3,4}$", line))


def _invented(text, procedure):
    """Return the sums of money outside quotations that stand nowhere in the record."""
    rows = [fee for mode in procedure.modes for fee in mode.fees]
    known, written = {f"{fee.amount:,}".replace(",", ".") for fee in rows if fee.amount}, repr(procedure)
    return [
        sum_ for sum_, _ in SUM.findall(QUOTED.sub("", text)) if sum_ not in known and sum_ not in written
    ]
