"""Every setting: name, default, meaning; what one caller may ask for is in limits.py, the desk in desk_settings.py."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field

from office.desk_settings import DeskSettings

ROOT = Path(__file__).resolve().parents[1]
LOOPBACK = "127.0.0.1"
"""Where everything but the gateway listens, always."""


class Settings(DeskSettings):
    """What an operator may change, each through MOTCUA_<NAME>."""

    state_dir: Path = Field(
        default=ROOT / ".state",
        description="Where secrets, the embedded database, models and snapshots live.",
    )
    catalogue_dir: Path = Field(
        default_factory=lambda given: given["state_dir"] / "catalogue",
        description="Where the imported national catalogue is kept; in the state folder unless said otherwise.",
    )
    snapshots_dir: Path = Field(
        default_factory=lambda given: given["state_dir"] / "snapshots",
        description="Where the published snapshots are; in the state folder unless said otherwise.",
    )
    communes_table: Path = Field(
        default=ROOT / ".venv" / "share" / "motcua" / "communes.tsv",
        description="Table of old and new communes that `make setup` makes; without it they are not told.",
    )
    snapshots_kept: int = Field(
        default=5,
        ge=2,
        description="Snapshots kept for going back, the current one among them; the whole catalogue takes 110 MB.",
    )
    snapshot_look_seconds: float = Field(
        default=1.0, gt=0, description="How often the action server looks for another published snapshot."
    )
    encoder: str = Field(
        default="",
        description="Encoder of the search: name or folder of a sentence-transformers model; empty takes the one "
        "of `make encoder` if it is there, `none` searches by words alone. A name is looked for in the local "
        "cache only, unless HF_HUB_OFFLINE=0.",
    )
    host: str = Field(
        default=LOOPBACK,
        description="Address the gateway listens on; every other service listens on the loopback only.",
    )
    gateway_port: int = Field(default=8600, description="Port of the gateway: chat page and public API.")
    intake_port: int = Field(default=8610, description="Port of the reference intake backend.")
    actions_port: int = Field(default=8620, description="Port of the action server.")
    engine_port: int = Field(default=8630, description="Port of the Rasa engine.")
    database_dsn: str = Field(
        default="",
        description="PostgreSQL to use instead of the embedded one, as host=… dbname=… user=… password=… or "
        "postgresql://…; empty starts the embedded one.",
    )
    engine_timeout_seconds: float = Field(
        default=6.5,
        gt=0,
        description="How long a turn may take in the engine before the citizen hears why it is late.",
    )
    actions_timeout_seconds: float = Field(
        default=5.0, gt=0, description="How long the engine waits for the action server within a turn."
    )
    intake_timeout_seconds: float = Field(
        default=3.0,
        gt=0,
        description="How long an action waits for the intake backend before it admits the silence.",
    )
    message_max_characters: int = Field(
        default=2000,
        gt=0,
        description="Longest message that is read; a longer one is answered with a request to shorten it.",
    )
    hotline: str = Field(
        default="18001096",
        description="Hotline given where the assistant cannot help. Owner: the National Public Service Portal; "
        "source: secondary guides of 2026, so an office confirms it or sets its own before going live.",
    )
    portal_url: str = Field(
        default="https://dichvucong.gov.vn",
        description="Portal that citizens are sent to: the National Public Service Portal, where procedures "
        "are published and, since 1 July 2025, online filing is done.",
    )
    home_province: str = Field(
        default="Ha Noi",
        description="Province or city that this office serves, bare; rules of another one come with a warning.",
    )
    portal_api_url: str = Field(
        default="https://dichvucong.gov.vn",
        description="Where `motcua kb sync` asks for the public list of procedures and for their details.",
    )
    portal_calls_per_second: float = Field(
        default=4.0,
        gt=0,
        le=20,
        description="Fastest that the portal is asked: the whole catalogue takes 25 minutes at 4.",
    )
    portal_timeout_seconds: float = Field(
        default=20.0, gt=0, description="How long one call to the portal may take before it is tried again."
    )
    portal_attempts: int = Field(
        default=5, gt=0, description="Times that one call to the portal is tried before it counts as lost."
    )
    portal_first_wait_seconds: float = Field(
        default=1.0,
        gt=0,
        description="Wait before the second try of a call to the portal; then twice as long.",
    )
    papers_listed_at_most: int = Field(
        default=25,
        gt=0,
        description="Papers that one reply lists; a procedure with more asks for the case first. 46 of the "
        "49 central land records stay below it.",
    )
    first_list_characters: int = Field(
        default=1500,
        gt=0,
        description="Longest list of papers and notes in a first answer, more than a page on a phone; the rest is "
        "counted and told on demand.",
    )
    whole_list_characters: int = Field(
        default=10_000,
        gt=0,
        description="Longest list of papers that is told at all; 99 of 100 procedures stay below it.",
    )
    quote_max_characters: int = Field(
        default=700,
        gt=0,
        description="Longest quotation from a record in a reply; a longer one is cut and says so.",
    )
    action_call_max_bytes: int = Field(
        default=1_000_000,
        gt=0,
        description="Largest call that the action server reads; a turn of the longest message takes some 20 kB.",
    )
    public_hosts: str = Field(
        default="",
        description="Host names, separated by commas, under which people reach the gateway from elsewhere.",
    )
    turn_seconds: float = Field(
        default=6.8,
        gt=0,
        description="How long the gateway tries to answer a message before it says what is wrong.",
    )
    interim_seconds: float = Field(
        default=7.2,
        gt=0,
        description="After how long a citizen hears that the answer is still coming; 8 s at the latest.",
    )
    engine_patience_seconds: float = Field(
        default=4.0,
        ge=0,
        description="How long an engine or action server that has just gone away is asked again in a turn.",
    )
    turns_at_once: int = Field(
        default=8,
        gt=0,
        description="Turns of different conversations that one gateway works on side by side.",
    )
    trusted_proxies: str = Field(
        default="",
        description="Addresses, separated by commas, of proxies whose X-Forwarded-For is believed; empty "
        "believes none, so that nobody chooses the address by which they are counted.",
    )
    fetched_text_minutes: float = Field(
        default=10.0,
        gt=0,
        description="After how long an answer is erased that the citizen's page has fetched and nobody "
        "agreed to keep; one that was never fetched goes with its conversation.",
    )
    raw_text_minutes: float = Field(
        default=10.0,
        gt=0,
        le=10,
        description="After how long the sealed text of an unanswered message is erased.",
    )
    idle_conversation_hours: float = Field(
        default=24.0,
        gt=0,
        description="After how long without a message a conversation is erased whose transcript is not kept.",
    )
    handover_days: float = Field(
        default=7.0, gt=0, description="The same for a conversation in which a person was asked for."
    )
    transcript_days: float = Field(
        default=90.0, gt=0, description="How long a masked transcript is kept that the citizen agreed to."
    )
    attempt_days: float = Field(
        default=180.0,
        gt=1,
        description="How long the record of a dossier look-up is kept: keyed hashes and an outcome, for complaints.",
    )
    made_up_dossiers: bool = Field(
        default=True,
        description="Load the made-up dossiers of intake/made_up.yml at start; off for a real office.",
    )

    @property
    def converted_encoder(self) -> Path:
        """The folder into which ``make encoder`` puts the encoder."""
        return self.state_dir / "encoder"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the environment once; a bad value raises, naming the setting."""
    return Settings()
