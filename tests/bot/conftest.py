import pytest

from tests.bot.house import House, settings_for


@pytest.fixture
def idle_house(dsn, tmp_path):
    """A gateway that is not running yet."""
    return House(dsn, settings_for(tmp_path))


@pytest.fixture
async def house(idle_house):
    async with idle_house.running() as house:
        yield house


@pytest.fixture
async def resting_house(idle_house):
    """A gateway that takes requests while nothing goes on beside them."""
    async with idle_house.resting() as house:
        yield house
