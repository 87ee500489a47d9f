"""Where the action server's collaborators are built, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

import httpx

from actions.intake import IntakeClient
from actions.phrases import Phrases
from actions.style import Style
from knowledge_base.catalogue.province import province_named
from knowledge_base.encoder.in_use import encoder_in_use
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.gazetteer.opening import open_gazetteer
from knowledge_base.official.names import official_names
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.reading import read_current
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.snapshot import Snapshot
from office.secrets import secrets
from office.settings import LOOPBACK, Settings, settings

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Knowledge:
    """A snapshot of the knowledge base and the search over it."""

    def __init__(self, snapshot: Snapshot, search: ProcedureSearch | None = None) -> None:
        self.snapshot = snapshot
        self.search = search or ProcedureSearch.of(snapshot)

    def procedure(self, code: str | None) -> Procedure | None:
        """Return a procedure, or None for a code that is not, or no longer, in the snapshot."""
        return self.snapshot.procedures.get(code) if code else None

    def spelled(self, code: str) -> tuple[str, ...]:
        """Return the held codes that are meant by this one.

        The catalogue has two that people read alike; what is a copy of another record is held under that one's.
        """
        codes = (code, f" {code}", self.snapshot.copies.get(code, ""))
        return tuple(held for held in codes if held in self.snapshot.procedures)

    def official_name(self, code: str) -> str:
        """Return the name of a central procedure, held or not; "" for a code that is not known."""
        return official_names().get(code, "")

    def siblings(self, procedure: Procedure) -> list[Procedure]:
        """Return the procedures that are easily taken for this one."""
        return [found for code in procedure.siblings if (found := self.procedure(code))]


def today_in_hanoi() -> date:
    """Return the date that the offices live in."""
    return datetime.now(HANOI).date()


@dataclass(frozen=True)
class Services:
    """Everything an action may reach outside the conversation."""

    knowledge: Knowledge
    intake: IntakeClient
    phrases: Phrases
    settings: Settings
    today: Callable[[], date] = today_in_hanoi
    gazetteer: Gazetteer = field(default_factory=Gazetteer)

    def style(self) -> Style:
        """Return how facts are put into words today."""
        return Style(
            say=self.phrases,
            today=self.today(),
            hotline=self.settings.hotline,
            portal_url=self.settings.portal_url,
            home_province=province_named(self.settings.home_province),
            papers_at_most=self.settings.papers_listed_at_most,
            first_list_characters=self.settings.first_list_characters,
            whole_list_characters=self.settings.whole_list_characters,
            quote_characters=self.settings.quote_max_characters,
        )


def default_services() -> Services:
    """Build the real services from the settings; whoever asks keeps them, and with them the knowledge."""
    chosen = settings()
    http = httpx.AsyncClient(
        base_url=f"http://{LOOPBACK}:{chosen.intake_port}",
        headers={"X-Motcua-Secret": secrets(chosen.state_dir).intake_secret},
        timeout=chosen.intake_timeout_seconds,
    )
    gazetteer = open_gazetteer(chosen.communes_table, province_named(chosen.home_province))
    knowledge = current_knowledge(chosen)
    return Services(knowledge, IntakeClient(http), Phrases.load(), chosen, gazetteer=gazetteer)


def current_knowledge(settings: Settings) -> Knowledge:
    """Load what was published last; raises SnapshotError."""
    snapshot = read_current(settings.snapshots_dir)
    encoder = encoder_in_use(settings.encoder, settings.converted_encoder)
    return Knowledge(snapshot, ProcedureSearch.of(snapshot, province_named(settings.home_province), encoder))
