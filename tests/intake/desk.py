"""The backend as its callers meet it: over HTTP, on a real database, with a clock that can be moved."""

import asyncio
from datetime import datetime, timedelta

import httpx
import psycopg

from intake.app import Backend, create_app
from office.working_days import VIET_NAM

SECRET = "s" * 32
KEY = "k" * 32
CODE = "H26.19-260901-0012"
COMPANY = "H26.19-260901-0013"
FILE = f"""
dossiers:
  - code: {CODE}
    lookup_key: K7MW-3QXD
    applicant: Nguyễn Văn Mẫu
    id_last6: "093471"
    phone_last6: "556208"
    procedure: "1.013831"
    status: 4
    received: 2026-09-01
    due: 2026-09-30
  - code: {COMPANY}
    lookup_key: P5YE-8XGD
    applicant: Công ty TNHH Mẫu
    id_last6: "812345"
    phone_last6: "220417"
    procedure: "1.012753"
    status: 5
    received: 2026-09-01
    due: 2026-09-30
    supplement: Văn bản ủy quyền
"""


class Desk:
    """Asks the backend; ``now`` is its clock."""

    def __init__(self, dsn, file=FILE, secret=SECRET, **settings):
        self.dsn = dsn
        self.now = datetime(2026, 9, 15, 9, tzinfo=VIET_NAM)
        settings = {"with_made_up": False} | settings
        self.backend = Backend.build(dsn, KEY, now=lambda: self.now, **settings)
        self.app = create_app(self.backend, secret)
        self._file = file

    def __enter__(self):
        self._runner = asyncio.Runner().__enter__()
        self.http = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False),
            base_url="http://intake",
            headers={"X-Motcua-Secret": SECRET},
        )
        self.run(self.backend.database.open())
        if self._file:
            assert self.load(self._file).status_code == 200
        return self

    def __exit__(self, *_):
        self.run(self.http.aclose())
        self.run(self.backend.database.close())
        self._runner.close()

    def run(self, work):
        return self._runner.run(work)

    def post(self, path, **body):
        return self.run(self.http.post(path, json=body))

    def load(self, text):
        content = text if isinstance(text, bytes) else text.encode()
        return self.run(self.http.post("/dossiers:load?file=made_up.yml", content=content))

    def prove(self, factor, code=CODE, session="session", client="10.0.0"):
        return self.post("/proofs", code=code, factor=factor, session=session, client=client)

    def look_up(self, token, code=CODE, session="session"):
        return self.post("/lookups", code=code, session=session, proof_token=token)

    def shown(self, factor="K7MW-3QXD", code=CODE):
        """Prove and look up; return what is shown."""
        answer = self.look_up(self.prove(factor, code).json()["proof_token"], code)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def pass_time(self, **time):
        self.now += timedelta(**time)

    def rows(self, query):
        with psycopg.connect(self.dsn) as connection:
            return connection.execute(query).fetchall()
