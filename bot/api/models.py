"""The shapes of the gateway's API."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr, StringConstraints, model_validator

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
    """What the citizen agrees to."""

    keep_transcript: StrictBool


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
    """A question from the command line or a replay; ``run`` keeps the conversations of one replay apart."""

    text: StrictStr
    conversation: StrictStr | None = None
    channel: Literal["cli", "replay"] = "cli"
    consent: StrictBool = False
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
