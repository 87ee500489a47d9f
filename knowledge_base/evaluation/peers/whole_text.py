"""A document as one text, as search engines take it that know nothing of names and bodies."""

from __future__ import annotations

from knowledge_base.search.document import SearchDocument


def whole_text(document: SearchDocument) -> str:
    """Return all that a document says: official name, aliases, questions, body."""
    return "\n".join([document.name, *document.aliases, *document.questions, document.body])
