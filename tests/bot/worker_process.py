"""A gateway's worker in a process of its own, for tests that kill it: works off the queue of a database."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from tests.bot import house as house_module
from tests.bot.house import House, settings_for


async def main(dsn: str, folder: str, secrets: str, delay: float) -> None:
    house_module.SECRETS = type(house_module.SECRETS)(**json.loads(secrets))
    house = House(dsn, settings_for(Path(folder)))
    house.engine.delay = delay
    async with house.running():
        await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])))
