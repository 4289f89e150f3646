"""The local engine: pure functions over records, on all cores of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Generic, TypeVar

from rashomon import settings
from rashomon.errors import WorkersError

# Seconds that a worker may take to start: it imports the program that runs, whatever that is.
START_SECONDS = 120
NO_WORKER = (
    "no worker process can start{why}. A program that uses this library does its work under"
    ' `if __name__ == "__main__":` and stands in a file, as each worker imports it anew; or it uses'
    " LocalEngine(1), which needs no workers. No record is lost: the next build goes on from here"
)
Record = TypeVar("Record")
Result = TypeVar("Result")


class LocalEngine:
    """Spreads work over processes; few and small records are done in this one.

    `processes` is the number of workers; by default one for each core that we may use.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or _cores()
        self._pool: ProcessPoolExecutor | None = None

    def map(
        self,
        function: Callable[[Record], Result],
        records: Iterable[Record],
        size: Callable[[Record], int],
        lost: Callable[[Record], Result],
    ) -> Iterator[list[tuple[Record, Result]]]:
        """Chunks of (record, result) in the order of `records`, which are drawn as needed.

        `size` is a record's length in characters. `lost` gives the result of a record that
        killed its worker; the other records are done all the same.
        """
        chunks = _chunks(records, size)
        first = next(chunks, None)
        if first is None:
            return
        if self.processes < 2 or sum(map(size, first)) < settings.INLINE_CHARACTERS:
            second = next(chunks, None)
            if self.processes < 2 or second is None:
                for chunk in chain([first], [] if second is None else [second], chunks):
                    yield [(record, function(record)) for record in chunk]
                return
            chunks = chain([second], chunks)
        yield from self._spread(function, chain([first], chunks), lost)

    def _spread(
        self,
        function: Callable[[Record], Result],
        chunks: Iterator[list[Record]],
        lost: Callable[[Record], Result],
    ) -> Iterator[list[tuple[Record, Result]]]:
        work = _Chunk(function)
        flight: deque[tuple[list[Record], Future[list[Result]]]] = deque()
        for chunk in chunks:
            flight.append((chunk, self._submit(work, chunk)))
            if len(flight) > 3 * self.processes:
                yield self._collect(flight.popleft(), work, lost)
        while flight:
            yield self._collect(flight.popleft(), work, lost)

    def _submit(self, work: _Chunk[Record, Result], chunk: list[Record]) -> Future[list[Result]]:
        try:
            return self._workers().submit(work, chunk)
        except BrokenProcessPool:
            self._pool = None
            return self._workers().submit(work, chunk)

    def _collect(
        self,
        sent: tuple[list[Record], Future[list[Result]]],
        work: _Chunk[Record, Result],
        lost: Callable[[Record], Result],
    ) -> list[tuple[Record, Result]]:
        chunk, future = sent
        try:
            return list(zip(chunk, future.result(), strict=True))
        except BrokenProcessPool:
            # A record killed its worker: do these one by one, to lose none but that one.
            return [(record, self._alone(record, work, lost)) for record in chunk]

    def _alone(
        self,
        record: Record,
        work: _Chunk[Record, Result],
        lost: Callable[[Record], Result],
    ) -> Result:
        with _started(1) as pool:
            try:
                return pool.submit(work, [record]).result()[0]
            except BrokenProcessPool:
                return lost(record)

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _started(self.processes)
        return self._pool

    def close(self) -> None:
        """End the workers; work that has not begun is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> LocalEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _started(processes: int) -> ProcessPoolExecutor:
    """Workers of which one has shown that they can start: where a record is lost with its worker
    later on, it is that record which killed it.

    Raises `WorkersError` where none starts.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        # This is such a worker, importing the program that asked for it: that one is told why.
        raise SystemExit(1)
    pool = ProcessPoolExecutor(
        processes, mp_context=_context(), initializer=_start_worker, initargs=(os.getpid(),)
    )
    try:
        pool.submit(os.getpid).result(START_SECONDS)
    except (BrokenProcessPool, OSError, RuntimeError, EOFError, TimeoutError) as error:
        for worker in list((pool._processes or {}).values()):
            worker.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        late = isinstance(error, TimeoutError)
        why = f" within {START_SECONDS} seconds" if late else ""
        raise WorkersError(NO_WORKER.format(why=why)) from None
    return pool


class _Chunk(Generic[Record, Result]):
    """A function over one record, made one over a list of them; it can be sent to a worker."""

    def __init__(self, function: Callable[[Record], Result]) -> None:
        self.function = function

    def __call__(self, records: Sequence[Record]) -> list[Result]:
        return [self.function(record) for record in records]


def _chunks(records: Iterable[Record], size: Callable[[Record], int]) -> Iterator[list[Record]]:
    chunk: list[Record] = []
    characters = 0
    for record in records:
        chunk.append(record)
        characters += size(record)
        if len(chunk) >= settings.CHUNK_RECORDS or characters >= settings.CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _context() -> multiprocessing.context.BaseContext:
    # A forked copy of a process with threads (progress bars) can hang: start workers clean.
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_worker(parent: int) -> None:
    # Ctrl-C goes to the whole group: the parent decides, and ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.name == "posix":
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this worker when the program that asked for it is gone, however it went."""
    while True:
        time.sleep(2)
        try:
            os.kill(parent, 0)
        except ProcessLookupError:
            os._exit(1)
        except OSError:
            return
