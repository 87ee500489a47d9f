"""Start the assistant and keep it running."""

from __future__ import annotations

from bot.cli.exit_codes import ExitCode
from bot.cli.serve_show import show_for_this_terminal
from bot.cli.speech import fail
from bot.supervisor.supervisor import Supervisor
from knowledge_base.catalogue.errors import StoreError
from knowledge_base.publishing.errors import SnapshotError
from office.mendable import Mendable
from office.parent_death import end_with_parent
from office.settings import settings


def serve(with_parent: bool) -> None:
    """Start everything on this machine and keep it running until a signal comes."""
    if with_parent:
        end_with_parent()
    show = show_for_this_terminal()
    try:
        Supervisor(settings(), show).run()
    except (Mendable, SnapshotError, StoreError) as error:
        show.rest()
        fail(str(error), ExitCode.NOT_STARTED)
