"""A proxy between two services that passes everything on, or plays a fault."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Address = int | Path
"""A port of the loopback, or a Unix socket."""

FAULTS = ("down", "slow", "error", "cut")
"""Nobody listens · nothing comes back · every call is answered 500 · answers break off in the middle."""

_500 = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
_CUT_AFTER = 40


class FaultProxy:
    """Set ``fault`` to one of FAULTS, or to "" for none; open connections feel it at once."""

    def __init__(self, at: Address, to: Address) -> None:
        self._at, self._to = at, to
        self._fault = ""
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self.began = threading.Event()

    @property
    def fault(self) -> str:
        return self._fault

    @fault.setter
    def fault(self, fault: str) -> None:
        asyncio.run_coroutine_threadsafe(self._change(fault), self._loop).result(10)

    def stop(self) -> None:
        """Stop listening and break every connection."""
        self._loop.call_soon_threadsafe(self._end.set)

    async def run(self) -> None:
        """Serve until ``stop``; in a thread and loop of its own."""
        self._loop, self._end, self._flows = asyncio.get_running_loop(), asyncio.Event(), asyncio.Event()
        await self._change("")
        self.began.set()
        await self._end.wait()
        await self._change("down")

    async def _change(self, fault: str) -> None:
        self._fault = fault
        if fault == "down" and self._server:
            self._server.close()
            self._server = None
        elif fault != "down" and not self._server:
            self._server = await self._listen()
        if fault == "slow":
            self._flows.clear()
            return
        self._flows.set()
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def _listen(self) -> asyncio.Server:
        if isinstance(self._at, int):
            return await asyncio.start_server(self._serve, "127.0.0.1", self._at)
        self._at.unlink(missing_ok=True)
        return await asyncio.start_unix_server(self._serve, self._at)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            if self._fault == "error":
                await reader.readuntil(b"\r\n\r\n")
                writer.write(_500)
                await writer.drain()
            else:
                await self._join(reader, writer)
        writer.close()
        self._open.discard(writer)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if isinstance(self._to, int):
            there, back = await asyncio.open_connection("127.0.0.1", self._to)
        else:
            there, back = await asyncio.open_unix_connection(self._to)
        self._open.add(back)
        await asyncio.gather(self._pump(reader, back), self._pump(there, writer, is_answer=True))
        self._open.discard(back)

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, is_answer: bool = False
    ) -> None:
        """Pass on until one end closes; then close the other, so that no half stays open."""
        try:
            while data := await source.read(65536):
                await self._flows.wait()
                is_cut = is_answer and self._fault == "cut"
                sink.write(data[:_CUT_AFTER] if is_cut else data)
                await sink.drain()
                if is_cut:
                    return
        finally:
            sink.close()


@contextmanager
def fault_proxy(at: Address, to: Address) -> Iterator[FaultProxy]:
    """Run a proxy until the block is left."""
    proxy = FaultProxy(at, to)
    thread = threading.Thread(target=lambda: asyncio.run(proxy.run()), daemon=True)
    thread.start()
    assert proxy.began.wait(10)
    yield proxy
    proxy.stop()
    thread.join(10)
