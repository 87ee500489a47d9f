"""Every fault before every part of the whole assistant."""

from __future__ import annotations

import time

from tests.prove.figures import Proof
from tests.prove.world import database, state_folder
from tests.world.fault_proxy import FAULTS
from tests.world.faulty_stack import PARTS, FaultyStack, faulty_stack
from tests.world.faulty_talks import is_well, needs

ISSUES = ("assistant-runs",)
CLAIM = (
    "Engine, action server, intake or database down, slow, answering 500 or breaking off: "
    "a true sentence by 8 s, back to normal within 5 s after."
)
IN_TIME, WELL_AGAIN = 8.0, 5.0


def prove(proof: Proof) -> None:
    """Play them one after the other."""
    with state_folder() as state_dir, database() as dsn, faulty_stack(state_dir, dsn) as stack:
        for part in PARTS:
            for fault in FAULTS:
                if (part, fault) != ("database", "error"):  # there is no 500 in PostgreSQL's protocol
                    _play(proof, stack, part, fault)


def _play(proof: Proof, stack: FaultyStack, part: str, fault: str) -> None:
    talk, text = needs(stack, part)
    stack.proxies[part].fault = fault
    heard, seconds = talk.ask(text, within=IN_TIME + 4)
    stack.proxies[part].fault = ""
    ended = time.monotonic()
    while not is_well(stack, part) and time.monotonic() - ended < 4 * WELL_AGAIN:
        pass
    proof.add(f"{part} {fault}: first sentence ({heard['outcome']})", seconds, "s", at_most=IN_TIME)
    proof.add(f"{part} {fault}: well again", time.monotonic() - ended, "s", at_most=WELL_AGAIN)
    told = bool(heard["text"].strip()) and heard["outcome"].startswith("error_")
    proof.add(f"{part} {fault}: says what is wrong", float(told), "of 1", at_least=1)
