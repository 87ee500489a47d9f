"""The registry as a page for offices: docs/personal-data.md."""

from __future__ import annotations

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from office.personal_data.registry import FILE, Registry, Table
from office.settings import Settings


def page(register: Registry, settings: Settings) -> str:
    """Return the page, in Markdown, with the periods that the settings say."""
    fates = yaml.safe_load(FILE.with_name("words.yml").read_text("utf-8"))["fates"]
    environment = Environment(
        loader=FileSystemLoader(FILE.parent),
        autoescape=False,  # noqa: S701 - Markdown of ours, nothing that anybody else wrote
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )

    def lengths(table: Table) -> str:
        return "; ".join(kept.told(settings) for kept in table.kept) or table.forever

    template = environment.get_template("page.md.j2")
    return template.render(register=register, fates=fates, lengths=lengths)
