"""Worker processes: how they start, how they end, and what is done when one of them dies."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from rashomon.errors import WorkersError
from rashomon.garbage import THRESHOLD

# Seconds that a worker may take to start: it imports the program that runs, whatever that is.
START_SECONDS = 120
_sign_of_life = os.getpid  # what a worker does first
NO_WORKER = (
    "no worker process can start{why}. A program that uses this library does its work under"
    ' `if __name__ == "__main__":` and stands in a file, as each worker imports it anew; or it uses'
    " LocalEngine(1), which needs no workers. No record is lost: the next build goes on from here"
)
# What workers are forked off with on Linux: imported and tried once for all.
_PRELOADED = "rashomon.engines.warm"
_PROGRAM = "rashomon.cli"  # which each worker would import anew, as the program that runs
Record = TypeVar("Record")
Result = TypeVar("Result")
Work = Callable[[Sequence[Record]], list[Result]]


class Workers:
    """So many processes, which start when the first work comes.

    Raises `WorkersError` there where none starts.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None

    def submit(self, work: Work[Record, Result], chunk: Sequence[Record]) -> Future[list[Result]]:
        """`work` over `chunk`, as soon as a worker is free."""
        try:
            return self._started().submit(work, chunk)
        except BrokenProcessPool:
            self._pool = None
            return self._started().submit(work, chunk)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _started(self._count)
        return self._pool

    def carefully(
        self,
        work: Work[Record, Result],
        chunk: Sequence[Record],
        lost: Callable[[Record], Result],
    ) -> list[Result]:
        """`work` over records of which one may have killed its worker: by a worker that nobody
        else needs, in ever smaller parts, to lose none but that one."""
        if self._single is None:
            self._single = _started(1)
        try:
            return self._single.submit(work, chunk).result()
        except BrokenProcessPool:
            self._single = None
        if len(chunk) == 1:
            return [lost(chunk[0])]
        half = len(chunk) // 2
        parts = (chunk[:half], chunk[half:])
        return [result for part in parts for result in self.carefully(work, part, lost)]

    def close(self) -> None:
        """End the workers; work that has not begun is dropped."""
        for pool in (self._pool, self._single):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)


def prepare() -> None:
    """Have that begin, where there is such, which workers are forked off: it takes most of a
    second, in which this process can do other things, and is waited for by whoever needs it."""
    if _context().get_start_method() != "forkserver":
        return
    from multiprocessing import forkserver, resource_tracker

    # Ctrl-C goes to the whole group, and would break into its imports. The tracker comes first: its
    # start ends with SIGINT let through.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _started(count: int) -> ProcessPoolExecutor:
    """Workers of which one has shown that they can start: where a record is lost with its worker
    later on, it is that record which killed it.

    Raises `WorkersError` where none starts.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        # This is such a worker, importing the program that asked for it: that one is told why.
        raise SystemExit(1)
    prepare()
    pool = ProcessPoolExecutor(count, mp_context=_context(), initializer=_start_worker)
    try:
        first, *_ = [pool.submit(_sign_of_life) for _ in range(count)]
        first.result(START_SECONDS)
    except (BrokenProcessPool, OSError, RuntimeError, EOFError, TimeoutError) as error:
        for worker in list((pool._processes or {}).values()):
            worker.kill()
        pool.shutdown(wait=False, cancel_futures=True)
        late = isinstance(error, TimeoutError)
        why = f" within {START_SECONDS} seconds" if late else ""
        raise WorkersError(NO_WORKER.format(why=why)) from None
    return pool


def _context() -> multiprocessing.context.BaseContext:
    # A forked copy of a process with threads (progress bars) can hang: workers are forked off a
    # clean one, or else start from nothing.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # Elsewhere what a library has begun, as the numerics of macOS do with threads, may not survive
    # a fork: there each worker imports by itself.
    if sys.platform == "linux":
        context.set_forkserver_preload([_PRELOADED] + [_PROGRAM] * (_PROGRAM in sys.modules))
    return context


def _start_worker() -> None:
    # Ctrl-C goes to the whole group: the parent decides, and ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what was imported stays: it need not be looked through for garbage
    gc.set_threshold(*THRESHOLD)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the program that asked for it is gone, however it went. Its end of a
    pipe tells: its number would not while somebody has yet to ask how it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
