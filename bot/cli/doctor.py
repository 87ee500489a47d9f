"""What is wrong on this machine."""

from __future__ import annotations

import os
from dataclasses import asdict

import typer

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import give
from bot.doctor.communes import commune_notes, commune_troubles
from bot.doctor.encoder import encoder_notes, encoder_troubles
from bot.doctor.environments import environment_troubles
from bot.doctor.machine import machine_troubles
from bot.doctor.running import running_troubles
from bot.doctor.state import state_troubles
from bot.doctor.trouble import Trouble
from office.settings import ROOT, settings
from office.unknown_settings import unknown_settings


def doctor(as_json: bool) -> None:
    """Print each trouble with what mends it, and what else is to know; end with 1 if there is any trouble."""
    chosen = settings()
    troubles = [
        *(Trouble(unknown, "mend or unset it") for unknown in unknown_settings(os.environ)),
        *machine_troubles(chosen.state_dir),
        *environment_troubles(ROOT),
        *encoder_troubles(chosen, ROOT),
        *commune_troubles(chosen),
        *state_troubles(chosen),
        *running_troubles(chosen),
    ]
    notes = [*encoder_notes(chosen), *commune_notes(chosen)]
    give(
        {
            "troubles": [asdict(trouble) for trouble in troubles],
            "notes": [asdict(note) for note in notes],
        },
        as_json=as_json,
        plain="\n".join([*(map(str, troubles) if troubles else ["All is well."]), *map(str, notes)]),
    )
    if troubles:
        raise typer.Exit(int(ExitCode.FINDINGS))
