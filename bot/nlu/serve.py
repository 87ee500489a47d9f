"""Serve a trained model on the loopback, behind the turn channel and nothing else.

``python -m bot.nlu.serve MODEL PORT`` with MOTCUA_ENGINE_SECRET, MOTCUA_ACTIONS_URL, MOTCUA_ACTIONS_SECRET,
MOTCUA_ACTIONS_TIMEOUT_SECONDS, MOTCUA_HOTLINE and MOTCUA_PORTAL_URL in the environment. ``rasa run`` is not
used: it takes more than twice the time and memory, has more doors, and goes on without our model or tracker
store when it cannot load them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from bot.nlu.without_tensorflow import leave_out_tensorflow

leave_out_tensorflow()

from rasa.core.agent import Agent  # noqa: E402
from rasa.core.channels.channel import register  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402
from sanic import Sanic  # noqa: E402

from bot.nlu import quiet_log  # noqa: E402
from bot.nlu.turn_state import TurnStore  # noqa: E402
from bot.nlu.turns import TurnChannel  # noqa: E402

HOST = "127.0.0.1"
BODY_MAX_BYTES = 262_144
"""A turn holds at most a message (office setting: thousands of characters) and a few slots."""


def load_agent(model: str, environment: Mapping[str, str]) -> Agent:
    """Load the model; raise if there is none, instead of serving without one."""
    headers = {"X-Motcua-Secret": environment["MOTCUA_ACTIONS_SECRET"]}
    actions = EndpointConfig(environment["MOTCUA_ACTIONS_URL"], headers=headers, enable_selective_domain=True)
    contact = {"hotline": environment["MOTCUA_HOTLINE"], "portal_url": environment["MOTCUA_PORTAL_URL"]}
    return Agent.load(model, tracker_store=TurnStore(contact=contact), action_endpoint=actions)


def create_app(agent: Agent, environment: Mapping[str, str]) -> Sanic:
    """Build the server with its one door, ``/webhooks/turn/``."""
    app = Sanic("motcua_engine", configure_logging=False)
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.REQUEST_MAX_SIZE = BODY_MAX_BYTES
    app.ctx.agent = agent
    seconds = float(environment["MOTCUA_ACTIONS_TIMEOUT_SECONDS"])
    register([TurnChannel(environment["MOTCUA_ENGINE_SECRET"], seconds)], app, route="/webhooks/")
    return app


def main() -> None:
    """Serve until told to stop."""
    model, port = sys.argv[1:]
    quiet_log.configure()
    app = create_app(load_agent(model, os.environ), os.environ)
    app.run(HOST, int(port), access_log=False, motd=False)


if __name__ == "__main__":
    main()
