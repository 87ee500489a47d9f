"""The forms (mẫu đơn, tờ khai) of a procedure."""

from __future__ import annotations

from actions.papers import is_on_a_form, papers_of, short_name
from actions.style import Style
from knowledge_base.procedure import Procedure


def forms(procedure: Procedure, style: Style) -> str:
    """Return the form files of the record and the papers that it says are written on a form."""
    papers = [paper for case in procedure.documents for paper in papers_of(case)]
    files = list(dict.fromkeys(file for paper in papers for file in paper.forms))
    on_forms = (paper for paper in papers if is_on_a_form(paper, style))
    named = list(dict.fromkeys(short_name(paper, style) for paper in on_forms))
    lines = [style.say("documents.no_forms")]
    if files:
        lines = [style.say("documents.form_files"), style.bullets(files)]
    if named:
        lines += [style.say("documents.named_forms"), style.bullets(named)]
    if files:
        lines.append(style.say("documents.download", url=procedure.portal_url))
    elif named:
        lines.append(style.say("documents.ask_for_forms", hotline=style.hotline))
    return "\n".join(lines)
