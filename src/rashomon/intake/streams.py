"""Byte streams of sources: plain or gzip, told apart by what they hold, read with bounded memory."""

from __future__ import annotations

import io
import os
import zlib
from typing import BinaryIO

from rashomon.intake.settings import GZIP_FREE_BYTES, HEAD_BYTES, MAX_GZIP_RATIO

GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 65_536


class GzipStream(io.RawIOBase):
    """Decompresses gzip members one after another and never raises for what it holds.

    Where the data is cut short, broken or grows beyond bounds the stream ends early and
    `trouble` says why; what was read until then is given out.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._member: zlib._Decompress | None = None
        self._input = b""
        self._read = 0
        self._given = 0
        self._done = False
        self.trouble: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._done:
            data = self._some(len(view))
            if data:
                view[: len(data)] = data
                self._given += len(data)
                if self._given > GZIP_FREE_BYTES and self._given > MAX_GZIP_RATIO * self._read:
                    self._end("gzip grows beyond bounds; what was read before is used")
                return len(data)
        return 0

    def _some(self, size: int) -> bytes:
        """Up to `size` decompressed bytes; empty where more must be read, or at the end."""
        self._input = self._input or self._fill()
        if self._member is None or self._member.eof:
            if not self._input:
                self._done = True
                return b""
            self._input = self._input.lstrip(b"\0")  # archives may pad between members
            if len(self._input) == 1:
                self._input += self._fill()
            if not self._input:
                return b""
            if not self._input.startswith(GZIP_MAGIC):
                self._end("something that is no gzip follows the gzip data; it is left out")
                return b""
            self._member = zlib.decompressobj(wbits=31)
        ended = not self._input
        try:
            data = self._member.decompress(self._input, size)
        except zlib.error:
            self._end("gzip is broken; what could be read is used")
            return b""
        self._input = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        if ended and not data and not self._member.eof:
            self._end("gzip is cut short; what could be read is used")
        return data

    def _fill(self) -> bytes:
        try:
            data = self._raw.read(_CHUNK)
        except OSError as error:
            self._end(error.strerror or str(error))
            return b""
        self._read += len(data)
        return data

    def _end(self, trouble: str) -> None:
        self.trouble = self.trouble or trouble
        self._done = True


class Source:
    """A source's decompressed bytes, with a head that can be looked at before reading.

    A context manager that closes what it reads, unless told to `keep_open`.
    """

    def __init__(
        self, origin: str, raw: BinaryIO, in_folder: bool = False, keep_open: bool = False
    ) -> None:
        # Names of files may be no text: what is none of UTF-8 is shown as its bytes.
        self.origin = os.fsencode(origin).decode("utf-8", "backslashreplace")
        self.in_folder = in_folder
        self._raw = raw
        self._keep_open = keep_open
        self._gzip: GzipStream | None = None
        self._stream: io.BufferedReader | None = None

    @property
    def stream(self) -> io.BufferedReader:
        """The bytes, decompressed where they are gzip. Raises OSError when first asked for."""
        if self._stream is None:
            plain: io.BufferedReader = io.BufferedReader(_Joined(b"", self._raw), HEAD_BYTES)
            if plain.peek(2)[:2] == GZIP_MAGIC:
                self._gzip = GzipStream(plain)
                plain = io.BufferedReader(self._gzip, HEAD_BYTES)
            self._stream = plain
        return self._stream

    def head(self, size: int) -> bytes:
        """Up to `size` bytes of the beginning, left to be read again."""
        stream = self.stream
        data = stream.read(size)
        self._stream = io.BufferedReader(_Joined(data, stream), HEAD_BYTES)
        return data

    @property
    def trouble(self) -> str | None:
        """Why the source ended early, known once it was read."""
        return self._gzip.trouble if self._gzip else None

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *error: object) -> None:
        if not self._keep_open:
            self._raw.close()


class _Joined(io.RawIOBase):
    """`first`, then what `rest` still holds."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = memoryview(first)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data: memoryview | bytes = self._first[: len(view)]
        if data:
            self._first = self._first[len(data) :]
        else:
            data = self._rest.read(len(view)) or b""
        view[: len(data)] = data
        return len(data)
