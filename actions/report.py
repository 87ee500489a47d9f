"""A citizen says that something told is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.aside import least_sure
from actions.choices import is_no
from actions.conversation import Heard, says
from actions.heading import called
from actions.phrasing import SECTIONS
from actions.reading import Reading
from actions.reply import Reply
from actions.services import Knowledge
from actions.sources import citation, source
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold

INTENT = "report_wrong_info"

SURE_WITHOUT_FOCUS = 0.9
"""Where nothing has been told a message is hardly a report: of 6,000 wordings for procedures 27 look like one from
.5 on."""


@dataclass(frozen=True)
class Report:
    """What is said to be wrong: these sides of a procedure; None where nothing was told before."""

    procedure: Procedure | None
    facets: tuple[str, ...] = ()
    of_dossier: bool = False


def reported(heard: Heard, tracker: Tracker, knowledge: Knowledge, style: Style) -> Report | None:
    """Return the report that a message is; a bare "sai rồi" and a correction are none."""
    goes_elsewhere = heard.goes_back or heard.returns or says(heard.text, style.say.words("talk.back"))
    typed = canonical(tracker.latest_message.get("text") or "")
    if heard.intent != INTENT or goes_elsewhere or _is_answer(typed, style):
        return None
    reading = Reading(heard, knowledge, style)
    verdict = reading.found.verdict
    is_named = verdict != "none" and reading.names_another
    least = least_sure(INTENT, verdict, is_named=is_named) if reading.focus else SURE_WITHOUT_FOCUS
    if heard.confidence < least:
        return None
    if heard.is_about_dossier:
        return Report(None, of_dossier=True)
    told = tuple(facet for facet in heard.facets if facet in SECTIONS)
    return Report(reading.focus, heard.sides.named or told)


def report_reply(report: Report, style: Style) -> Reply:
    """Thank, say what was noted and what comes of it; what was talked about stays in focus."""
    contact = {"hotline": style.hotline}
    if report.of_dossier:
        return Reply("utter_report_of_dossier", contact)
    if report.procedure is None:
        return Reply("utter_report_what")
    titles = style.say.table("facets.titles")
    told = ", ".join(titles[facet].lower() for facet in report.facets if facet != "summary")
    variables = {
        "procedure_name": called(report.procedure, style),
        "matter": told or style.say("reports.any_side"),
        "source": source(report.procedure, style),
        **contact,
    }
    custom = {
        "procedures": [report.procedure.code],
        "facets": list(report.facets),
        "citations": [citation(report.procedure)],
        "deed": {"name": "report"},
    }
    return Reply("utter_report_noted", variables, custom, slots={"failures": None})


def _is_answer(typed: str, style: Style) -> bool:
    """Tell whether it is a bare no, or says what was meant instead: "sai rồi, ý tôi là tặng cho"."""
    is_denial = fold(typed).strip(" .,!?") in style.say.words("talk.denials")
    return is_denial or is_no(typed, style) or says(typed, style.say.words("reports.corrections"))
