import pytest

from tests.actions.desk import Citizen
from tests.actions.word_search import WordSearch


@pytest.fixture
def citizen():
    """Somebody who asks about the made-up procedures."""
    return Citizen(search=WordSearch())
