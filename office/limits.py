"""How much one caller may ask for, and how often a proof may be wrong; part of the settings."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MOTCUA_"


class Limits(BaseSettings):
    """What keeps one caller from using up what is there for all, each through MOTCUA_<NAME>."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    longest_queue: int = Field(
        default=120,
        gt=0,
        description="Unanswered messages at which a new one is turned down at once: 6 s at 20 turns/s.",
    )
    queued_by_client: int = Field(
        default=60,
        gt=0,
        description="Unanswered messages that one address may have: half of the queue, so that a one-stop "
        "desk with all its kiosks behind one address is served and a stranger cannot fill the queue.",
    )
    conversations_a_minute: int = Field(
        default=120,
        gt=0,
        description="Conversations that one address may begin in a minute; a desk or a mobile network "
        "shares one address.",
    )
    connections_at_once: int = Field(
        default=2000,
        gt=0,
        description="Connections that the gateway holds; one more is turned down with status 503.",
    )
    proof_failures_by_session: int = Field(
        default=5,
        gt=0,
        description="Wrong proofs of a session for one dossier in 15 minutes before it waits.",
    )
    digit_failures_by_code: int = Field(
        default=5,
        gt=0,
        description="Wrong digits for one dossier in a day before it takes the look-up key of the slip only: "
        "a stranger's chance is 1 in 100,000 a day, as a guess may be the CCCD's digits or the phone's.",
    )
    key_failures_by_code: int = Field(
        default=20,
        gt=0,
        description="Wrong look-up keys for one dossier in a day before keys wait too, apart from digits.",
    )
    proof_failures_by_client: int = Field(
        default=60,
        gt=0,
        description="Wrong digits from one address in an hour, over all dossiers, before its digits wait, and the same "
        "for wrong keys, apart: enough for a one-stop desk behind one address where every tenth of 600 look-ups "
        "goes wrong. A stranger's chance to open any dossier is 1 in 350 a day, from each address.",
    )
