"""What a message can turn out to be: every decision that a reply is made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from actions.choices import Choice
from actions.filing import Filing
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.procedure import Procedure


@dataclass(frozen=True)
class Answer:
    """Tell these sides of a procedure; of its papers only one case, if ``case`` is set.

    ``is_follow_up``: the message before was about it too. ``keeps_choices``: the question which case applies
    stays open. ``where``: the places named by who asks where to file. ``choice`` is the code that was chosen, which
    may say who files as well; ``filing`` is what has been said of that,
    ``taken_in`` the day on which it shall be handed in.
    """

    procedure: Procedure
    facets: tuple[str, ...]
    case: int | None = None
    is_follow_up: bool = False
    keeps_choices: bool = False
    where: tuple[NamedPlace, ...] = ()
    choice: str = ""
    filing: Filing = field(default_factory=Filing)
    taken_in: date | None = None


@dataclass(frozen=True)
class Offer:
    """Ask which of several procedures, or cases of one, is meant."""

    choices: tuple[Choice, ...]
    facets: tuple[str, ...]
    kind: str = "procedure"
    again: bool = False


@dataclass(frozen=True)
class Located:
    """Tell what these places have become; for ``procedure``, whose place was asked for before, if any."""

    places: tuple[NamedPlace, ...]
    procedure: Procedure | None = None


@dataclass(frozen=True)
class AskProcedure:
    """Ask which procedure; the sides asked for are kept until it is named."""

    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskNext:
    """Ask what else is wanted about the procedure in focus."""

    procedure: Procedure


@dataclass(frozen=True)
class Resumed:
    """A procedure that was talked about before is in focus again."""

    procedure: Procedure


@dataclass(frozen=True)
class Back:
    """What was talked about before comes again, with the slots as they were."""

    to: Answer | Offer | Resumed | AskNext | AskProcedure
    slots: Mapping[str, Any]


@dataclass(frozen=True)
class Unsaid:
    """A procedure's record has no part for what was asked; ``matter`` names it, empty where it is anything."""

    procedure: Procedure
    matter: str = ""


@dataclass(frozen=True)
class Aside:
    """Nothing about a procedure: small talk, a wish for a person, what this assistant does not do."""

    response: str


@dataclass(frozen=True)
class OwnData:
    """The citizen's own data is meant; ``intent`` says what is to be done with it."""

    intent: str
    text: str


@dataclass(frozen=True)
class Dossier:
    """A dossier is meant, which another action answers."""


@dataclass(frozen=True)
class NoSource:
    """Nothing official is known about this; ``focus`` was talked about before."""

    focus: Procedure | None = None


@dataclass(frozen=True)
class UnknownCode:
    """A procedure code that nothing is known of, not even a name."""

    code: str


@dataclass(frozen=True)
class NamedOnly:
    """A procedure whose official name is known and whose record is not held."""

    code: str
    name: str


@dataclass(frozen=True)
class NotUnderstood:
    """Neither the intent nor the words say what is wanted."""

    failures: int


Decision = (
    Answer
    | Offer
    | Located
    | AskProcedure
    | AskNext
    | Resumed
    | Back
    | Unsaid
    | Aside
    | OwnData
    | Dossier
    | NoSource
    | UnknownCode
    | NamedOnly
    | NotUnderstood
)
