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
