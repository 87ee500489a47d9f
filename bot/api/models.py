"""The shapes of the gateway's API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr, StringConstraints, model_validator

from bot.privacy.purpose import Purpose

DeskName = Annotated[StrictStr, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
ShortText = Annotated[StrictStr, StringConstraints(max_length=2_000)]


class Body(BaseModel):
    """A body: nothing in it that is not named."""

    model_config = ConfigDict(extra="forbid")


class SentMessage(Body):
    """A text, or the button that was pressed. Sending the same id again changes nothing."""

    id: UUID
    text: StrictStr | None = None
    button: ShortText | None = None

    @model_validator(mode="after")
    def _is_one(self) -> SentMessage:
        if (self.text is None) == (self.button is None):
            raise ValueError("a message has either text or button")
        return self


class Consent(Body):
    """What the citizen agrees to; a purpose that is left out stays as it is. ``keep_transcript`` is ``review``.

    ``notice``: the version of the text that was shown, where the caller knows it.
    """

    keep_transcript: StrictBool | None = None
    review: StrictBool | None = None
    training: StrictBool | None = None
    notice: ShortText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Consent:
        named = self.model_fields_set - {"notice"}
        if not named or None in (getattr(self, name) for name in named):
            raise ValueError("a consent names a purpose, with true or false")
        if None not in (self.keep_transcript, self.review) and self.keep_transcript != self.review:
            raise ValueError("keep_transcript and review are the same")
        return self

    def by_purpose(self) -> dict[Purpose, bool]:
        """Return the answers that are given."""
        review = self.review if self.keep_transcript is None else self.keep_transcript
        given = {Purpose.REVIEW: review, Purpose.TRAINING: self.training}
        return {purpose: agreed for purpose, agreed in given.items() if agreed is not None}


class Consents(BaseModel):
    """What was agreed to."""

    keep_transcript: bool
    review: bool
    training: bool


class WrongFact(Body):
    """Which answer tells something wrong, by its number, and what is wrong with it."""

    seq: int = Field(strict=True, ge=1, le=2**31 - 1)
    comment: ShortText | None = None


class Noted(BaseModel):
    """What the citizen who reported is told."""

    text: str


class Officer(Body):
    """Who acts at the desk."""

    officer: DeskName


class OfficerSays(Officer):
    """What an officer tells a citizen."""

    text: Annotated[StrictStr, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]


class Settlement(Body):
    """How a report is settled, why, and by whom."""

    state: Literal["accepted", "rejected"]
    reason: Annotated[StrictStr, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
    by: DeskName


class Asked(Body):
    """A question from the command line or a replay; ``run`` keeps the conversations of one replay apart.

    ``consent`` answers for the purpose review; without it the answer stays as it is.
    """

    text: StrictStr
    conversation: StrictStr | None = None
    channel: Literal["cli", "replay"] = "cli"
    consent: StrictBool | None = None
    run: StrictStr = ""


class Button(BaseModel):
    """A choice; ``id`` is opaque."""

    id: str
    title: str


class Message(BaseModel):
    """One message. ``interim``: an answer is still coming. A citizen's own text is here only with consent."""

    seq: int
    author: Literal["citizen", "bot", "officer"]
    text: str | None
    outcome: str | None
    interim: bool = False
    buttons: list[Button] = []
    citations: list[dict[str, str]] = []
    checklists: list[str] = []
    privacy: str | None = None


class Begun(BaseModel):
    """A conversation: its key is the bearer token of everything that follows."""

    conversation: str
    messages: list[Message]


class Taken(BaseModel):
    """The number under which a message was taken in."""

    seq: int


class News(BaseModel):
    """What has been said since."""

    state: Literal["bot", "waiting", "human", "closed"]
    typing: bool
    messages: list[Message]
    consent: dict[str, bool]


class Answer(BaseModel):
    """The answer to a question from the command line."""

    text: str
    outcome: str
    parts: list[str] | None = Field(default=None, exclude_if=lambda parts: not parts)
    procedures: list[str]
    dossier_codes: list[str]
    facet: str | None
    intent: str | None
    citations: list[dict[str, Any]]
    buttons: list[str]
    checklists: list[str] | None = Field(default=None, exclude_if=lambda addresses: not addresses)
    latency_ms: int
    notice: str | None = Field(default=None, exclude_if=lambda notice: not notice)
    data: dict[str, Any] | None = Field(default=None, exclude_if=lambda data: data is None)


class KeptRows(BaseModel):
    """How much of a conversation one table holds."""

    table: str
    title: str
    rows: int
    first: datetime | None
    last: datetime | None


class KeptData(BaseModel):
    """What is kept of a conversation; ``not_here`` is what no conversation's citizen can erase, and why."""

    kept: list[KeptRows]
    consents: dict[str, bool | None]
    not_here: list[dict[str, str]]


class ErasedData(BaseModel):
    """What was erased, by table, and the number of a receipt that names nobody."""

    receipt: UUID | None
    erased: dict[str, int]
