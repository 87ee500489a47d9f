"""All actions over one snapshot of the knowledge."""

from __future__ import annotations

from typing import Any

from rasa_sdk.executor import ActionExecutor

from actions.answer_procedure import ActionAnswerProcedure
from actions.services import Services

ACTIONS = (ActionAnswerProcedure,)


class Desk:
    """Runs actions; a call that began here is answered from this snapshot, whatever is published meanwhile."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self._executor = ActionExecutor()
        for action in ACTIONS:
            self._executor.register_action(action(services))

    @property
    def snapshot(self) -> str:
        """Version of the knowledge."""
        return self.services.knowledge.snapshot.version

    @property
    def actions(self) -> list[str]:
        """Names of the actions, sorted."""
        return sorted(self._executor.actions)

    async def run(self, call: dict[str, Any]) -> dict[str, Any]:
        """Return events and responses, each marked with the snapshot that it was made from; raises as actions do."""
        result: dict[str, Any] = (await self._executor.run(call)).model_dump()
        for response in result["responses"]:
            response["custom"] = {**(response.get("custom") or {}), "snapshot": self.snapshot}
        return result
