"""The local engine: pure functions over records, on all cores of this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import Generic, TypeVar

from rashomon import settings
from rashomon.engines.workers import Workers, prepare

Record = TypeVar("Record")
Result = TypeVar("Result")


class LocalEngine:
    """Spreads work over processes; few and small records are done in this one.

    `processes` is the number of workers; by default one for each core that we may use.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or _cores()
        self.prepared = False  # workers are there, or will be at once
        self._workers: Workers | None = None

    def prepare(self, paths: Iterable[str | Path]) -> None:
        """Where the files under `paths` are many or large, begin with what workers need: to be
        called before other things that take time, such as imports."""
        if self.processes > 1 and not self.prepared and _hold(paths, settings.INLINE_CHARACTERS):
            self.prepared = True
            prepare()

    def workers(self) -> Workers:
        """The workers, which start when the first work comes."""
        if self._workers is None:
            self.prepared = True
            self._workers = Workers(self.processes)
        return self._workers

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        size: Callable[[Record], int],
        lost: Callable[[Record], Result],
        *,
        at_once: int = settings.CHUNK_CHARACTERS,
        depth: int | None = None,
    ) -> Flow[Record, Result]:
        """Chunks of (record, result) in the order of `records`, which are drawn as needed.

        `size` is a record's length in characters, `at_once` how many of these a chunk has, and
        `depth` how many chunks are sent before their turn. `lost` gives the result of a record
        that killed its worker; the other records are done all the same. Where `function` is a
        context manager, a worker enters it for each chunk.
        """
        return Flow(
            self, function, _chunks(records, size, at_once), size, lost,
            depth or 3 * self.processes + 1,
        )  # fmt: skip

    def close(self) -> None:
        """End the workers; work that has not begun is dropped."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None

    def __enter__(self) -> LocalEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Flow(Generic[Record, Result]):
    """Chunks of (record, result), in order, each as soon as it is asked for."""

    def __init__(
        self,
        engine: LocalEngine,
        function: Callable[[Record], Result],
        chunks: Iterator[list[Record]],
        size: Callable[[Record], int],
        lost: Callable[[Record], Result],
        depth: int,
    ) -> None:
        self._engine = engine
        self._function = function
        self._work = _Chunk(function)
        self._chunks = chunks
        self._size = size
        self._lost = lost
        self._depth = depth
        self._drawn: deque[list[Record]] = deque()
        self._sent: deque[tuple[list[Record], Future[list[Result]]]] = deque()
        self._spread: bool | None = None

    @property
    def spread(self) -> bool:
        """Whether workers do this; else this process does, chunk by chunk as they are asked for."""
        if self._spread is None:
            self._spread = self._engine.processes > 1 and self._is_much()
        return self._spread

    def _is_much(self) -> bool:
        weight = 0
        while weight < settings.INLINE_CHARACTERS:
            chunk = next(self._chunks, None)
            if chunk is None:
                return self._engine.prepared and len(self._drawn) > 1
            self._drawn.append(chunk)
            weight += sum(map(self._size, chunk))
        return True

    def finished(self) -> Iterator[list[tuple[Record, Result]]]:
        """The chunks that are done, without waiting for any; and more are sent."""
        if self.spread:
            self._send()
            while self._sent and self._sent[0][1].done():
                yield self._received()
                self._send()

    def __iter__(self) -> Iterator[list[tuple[Record, Result]]]:
        return self

    def __next__(self) -> list[tuple[Record, Result]]:
        if self.spread:
            self._send()
            if not self._sent:
                raise StopIteration
            return self._received()
        chunk = self._next()
        if chunk is None:
            raise StopIteration
        return [(record, self._function(record)) for record in chunk]

    def _next(self) -> list[Record] | None:
        return self._drawn.popleft() if self._drawn else next(self._chunks, None)

    def _send(self) -> None:
        while len(self._sent) < self._depth and (chunk := self._next()) is not None:
            self._sent.append((chunk, self._engine.workers().submit(self._work, chunk)))

    def _received(self) -> list[tuple[Record, Result]]:
        chunk, future = self._sent.popleft()
        try:
            results = future.result()
        except BrokenProcessPool:
            results = self._engine.workers().carefully(self._work, chunk, self._lost)
        return list(zip(chunk, results, strict=True))


class _Chunk(Generic[Record, Result]):
    """A function over one record, made one over a list of them; it can be sent to a worker."""

    def __init__(self, function: Callable[[Record], Result]) -> None:
        self.function = function

    def __call__(self, records: Sequence[Record]) -> list[Result]:
        function = self.function
        with function if isinstance(function, AbstractContextManager) else nullcontext():
            return [function(record) for record in records]


def _chunks(
    records: Iterable[Record], size: Callable[[Record], int], at_once: int
) -> Iterator[list[Record]]:
    chunk: list[Record] = []
    characters = 0
    for record in records:
        chunk.append(record)
        characters += size(record)
        if len(chunk) >= settings.CHUNK_RECORDS or characters >= at_once:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _hold(paths: Iterable[str | Path], most: int) -> bool:
    """Whether the files under `paths` have so many bytes; no more of them is looked at."""
    for path in paths:
        names: Iterable[str] = [os.fspath(path)]
        if os.path.isdir(path):
            names = (os.path.join(at, name) for at, _, held in os.walk(path) for name in held)
        for name in names:
            with suppress(OSError):
                part = settings.MARKUP_FOR_TEXT if name.endswith((".html", ".htm")) else 1
                most -= os.stat(name).st_size // part
            if most <= 0:
                return True
    return False


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
