"""What the gateway is made of, built once from the settings."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from bot.allowance import Allowance
from bot.answering import Answering
from bot.assistant import Assistant
from bot.bell import Bell
from bot.checklists import Checklists
from bot.conversations import Conversations
from bot.deeds import Deeds
from bot.engine import Engine
from bot.handovers import Handovers
from bot.health import Health
from bot.housekeeping import Housekeeping
from bot.inbox import Inbox
from bot.intake import ProofDesk
from bot.outbox import Outbox
from bot.privacy.desk import PrivacyDesk
from bot.privacy.rights import Rights
from bot.queue import TurnQueue
from bot.received import Seal
from bot.reports import Reports
from bot.versions import versions
from office.database import Database
from office.secrets import Secrets
from office.settings import LOOPBACK, Settings

SECRET_HEADER = "X-Motcua-Secret"  # noqa: S105 - the header's name


@dataclass(frozen=True)
class Clients:
    """HTTP clients of the other services; tests hand in their own."""

    engine: httpx.AsyncClient
    actions: httpx.AsyncClient
    intake: httpx.AsyncClient

    @classmethod
    def of(cls, settings: Settings, secrets: Secrets) -> Clients:
        """Return clients for the services on this machine."""
        return cls(
            engine=_client(settings.engine_port, secrets.engine_secret),
            actions=_client(settings.actions_port, secrets.actions_secret),
            intake=_client(settings.intake_port, secrets.intake_secret),
        )

    async def close(self) -> None:
        """Close them all."""
        for client in (self.engine, self.actions, self.intake):
            await client.aclose()


@dataclass(frozen=True)
class Parts:
    """Everything that endpoints and background work share."""

    settings: Settings
    local_secret: str
    clients: Clients
    database: Database
    conversations: Conversations
    inbox: Inbox
    outbox: Outbox
    queue: TurnQueue
    bell: Bell
    health: Health
    housekeeping: Housekeeping
    beginnings: Allowance
    checklists: Checklists
    sheets: Allowance
    rights: Rights
    reports: Reports
    reporting: Allowance
    handovers: Handovers

    @classmethod
    def build(cls, settings: Settings, secrets: Secrets, dsn: str, clients: Clients) -> Parts:
        """Wire the parts together; nothing is opened yet."""
        database = Database(dsn)
        outbox = Outbox(database)
        health = Health(database, clients.engine, clients.actions, clients.intake)
        queue = TurnQueue(dsn, at_once=settings.turns_at_once)
        seal = Seal(secrets.inbox_key)
        reporting = Allowance(settings.reports_a_minute)
        reports = Reports(database, days=settings.report_days)
        handovers = Handovers(database, days=settings.handover_time_days)
        inbox = Inbox(
            database, seal, queue.enqueue,
            longest_queue=settings.longest_queue, one_client=settings.queued_by_client,
        )  # fmt: skip
        privacy = PrivacyDesk(settings)
        answering = Answering(
            database, inbox, outbox, _assistant(settings, clients), seal, Deeds(settings, reporting),
            lambda: versions(settings, health.snapshot), privacy, seconds=settings.turn_seconds,
        )  # fmt: skip
        queue.hand_to(answering.answer)
        return cls(
            settings=settings,
            local_secret=secrets.local_secret,
            clients=clients,
            database=database,
            conversations=Conversations(database),
            inbox=inbox,
            outbox=outbox,
            queue=queue,
            bell=Bell(dsn),
            health=health,
            housekeeping=Housekeeping(
                database, queue, settings, reports.erase_reports, handovers.erase_handover_times
            ),
            beginnings=Allowance(settings.conversations_a_minute),
            checklists=Checklists(clients.actions, seconds=settings.actions_timeout_seconds),
            sheets=Allowance(settings.conversations_a_minute),
            rights=Rights(database, privacy, settings),
            reports=reports,
            reporting=reporting,
            handovers=handovers,
        )


def _assistant(settings: Settings, clients: Clients) -> Assistant:
    engine = Engine(
        clients.engine, seconds=settings.engine_timeout_seconds, patience=settings.engine_patience_seconds
    )
    proofs = ProofDesk(clients.intake, seconds=settings.intake_timeout_seconds)
    return Assistant(engine, proofs, longest=settings.message_max_characters)


def _client(port: int, secret: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=f"http://{LOOPBACK}:{port}",
        headers={SECRET_HEADER: secret},
        trust_env=False,
        limits=httpx.Limits(max_connections=50, keepalive_expiry=2.0),
    )
