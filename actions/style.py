"""What every phrasing needs: the words, the limits and today's date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from actions.excerpt import excerpt
from actions.phrases import Phrases


@dataclass(frozen=True)
class Style:
    """How facts are put into words."""

    say: Phrases
    today: date
    hotline: str
    portal_url: str
    home_province: str
    papers_at_most: int
    first_list_characters: int
    whole_list_characters: int
    quote_characters: int

    def excerpt(self, text: str, *, at_most: int | None = None) -> str:
        """Return a text of a record, shortened with a word about it where it is long."""
        shown, was_cut = excerpt(text, at_most or self.quote_characters)
        return self.say("records.cut", text=shown) if was_cut else shown

    def quote(self, text: str, *, at_most: int | None = None) -> str:
        """Return the words of a record in quotation marks."""
        shown, was_cut = excerpt(text, min(at_most or self.quote_characters, self.quote_characters))
        quoted = self.say("records.quote", text=shown)
        return self.say("records.cut", text=quoted) if was_cut else quoted

    def bullets(self, texts: Iterable[str]) -> str:
        """Return one line a text, each with a bullet."""
        return "\n".join(self.say("records.bullet", text=text) for text in texts)

    def numbered(self, texts: Iterable[str]) -> str:
        """Return one line a text, numbered from 1."""
        return "\n".join(self.say("records.number", number=n, text=text) for n, text in enumerate(texts, 1))
