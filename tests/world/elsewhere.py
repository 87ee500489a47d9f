"""A PostgreSQL server that another process has started, perhaps as another account."""

from __future__ import annotations

import os
import signal

from office.postgres.errors import PostgresError
from office.postgres.server import PostgresServer


class Elsewhere:
    """A process of its own that has started a server, under any account; it stops it when told to end."""

    def __init__(self, state_dir, account=None):
        self._told, tell = os.pipe()
        answer, self._said = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.close(tell)
            os._exit(self._serve(state_dir, account))
        os.close(self._told)
        os.close(self._said)
        self._tell = tell
        with os.fdopen(answer, encoding="utf-8") as reader:
            self.said = reader.read()

    @property
    def server(self):
        return int(self.said.split()[0])

    @property
    def dsn(self):
        return self.said.split(maxsplit=1)[1]

    def kill(self):
        os.kill(self.process, signal.SIGKILL)
        self.end()

    def end(self):
        os.close(self._tell)
        os.waitpid(self.process, 0)

    def _serve(self, state_dir, account):
        if account:
            os.setgroups([])
            os.setgid(account)
            os.setuid(account)
        try:
            server = PostgresServer(state_dir, durable=False)
            server.start()
        except PostgresError as error:
            os.write(self._said, str(error).encode())
            return 1
        os.write(self._said, f"{server.pid} {server.dsn}".encode())
        os.close(self._said)
        os.read(self._told, 1)
        server.close()
        return 0
