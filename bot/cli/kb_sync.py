"""Fetch the national catalogue from the portal."""

from __future__ import annotations

from datetime import date

import httpx

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_import import bring_in
from bot.cli.speech import fail, tell
from bot.cli.terminal import progress_of
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.catalogue.lock import sole_writer
from knowledge_base.importing.portal_client import Manners, PortalClient
from knowledge_base.importing.sync import Fetched, Progress, fetch
from knowledge_base.importing.sync_errors import SyncError
from office.settings import Settings, settings


def sync(*, dry_run: bool, accept_loss: str, as_json: bool) -> None:
    """Fetch everything, then replace the catalogue at once; a broken-off sync goes on where it was."""
    chosen = settings()
    try:
        with sole_writer(chosen.catalogue_dir):
            progress = Progress(chosen.catalogue_dir, date.today())
            fetched = _fetch(chosen, progress)
            bring_in(
                fetched.gathering,
                whole=True,
                still_listed=fetched.listed,
                dry_run=dry_run,
                accept_loss=accept_loss,
                as_json=as_json,
                after=lambda: None if dry_run else progress.close(),
            )
    except StoreError as error:
        fail(str(error), ExitCode.FINDINGS)
    except SyncError as error:
        fail(str(error), ExitCode.NO_ANSWER)


def _fetch(chosen: Settings, progress: Progress) -> Fetched:
    manners = Manners(
        chosen.portal_calls_per_second, chosen.portal_attempts, chosen.portal_first_wait_seconds
    )
    with (
        httpx.Client(base_url=chosen.portal_api_url, timeout=chosen.portal_timeout_seconds) as http,
        progress_of("Sync", total=None) as advance,
    ):
        fetched = fetch(
            PortalClient(http, manners), progress, date.today(), lambda done, listed: advance(done)
        )
    if fetched.resumed:
        tell(f"{fetched.resumed} records were there from the sync that broke off")
    return fetched
