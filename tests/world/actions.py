"""An action server that says what a test tells it to, in Rasa's own protocol."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class ScriptedActions:
    """What is answered, after how long, with which status; and every call that came in."""

    responses: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    quick_for: str = ""
    status: int = 200
    calls: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/webhook"

    def script(
        self,
        *responses: dict[str, Any],
        events: tuple[dict[str, Any], ...] = (),
        seconds: float = 0.0,
        quick_for: str = "",
        status: int = 200,
    ) -> None:
        """Forget the calls so far and answer the next ones like this, at once those of one conversation."""
        self.responses, self.events = list(responses), list(events)
        self.seconds, self.quick_for, self.status = seconds, quick_for, status
        self.calls.clear()
        self.secrets.clear()


@contextmanager
def scripted_actions() -> Iterator[ScriptedActions]:
    """Serve a script on a free port of the loopback."""
    script = ScriptedActions()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    script.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield script
    server.shutdown()
    server.server_close()
    thread.join()


def _handler(script: ScriptedActions) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            script.calls.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            script.secrets.append(self.headers["X-Motcua-Secret"])
            time.sleep(0.0 if script.calls[-1]["sender_id"] == script.quick_for else script.seconds)
            body = json.dumps({"events": script.events, "responses": script.responses}).encode()
            self.send_response(script.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler
