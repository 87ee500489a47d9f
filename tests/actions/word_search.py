"""A search that knows a few words, so that a test decides what is found."""

from knowledge_base.search.result import Candidate, SearchResult
from tests.actions.made_up import BIRTH, HOUSEHOLD, LEASE, ORGANISATION, SPLIT

FOUND = {
    "hàng xóm chưa chịu ký": ("several", [LEASE, BIRTH], 0.1),
    "cho thuê rừng": ("several", [LEASE], 1.0),
    "tách thửa": ("clear", [SPLIT], 1.0),
    "khai sinh": ("clear", [BIRTH], 1.0),
    "thuê rừng": ("clear", [LEASE], 1.0),
    "sổ đỏ lần đầu": ("several", [HOUSEHOLD, ORGANISATION], 1.0),
}


class WordSearch:
    """Finds what the words in FOUND stand for, each procedure with that chance."""

    def find(self, query, *, limit=10):
        nothing = ("none", [], 0.0)
        verdict, procedures, chance = next(
            (found for words, found in FOUND.items() if words in query), nothing
        )
        return SearchResult(verdict, tuple(Candidate(procedure.code, chance) for procedure in procedures))
