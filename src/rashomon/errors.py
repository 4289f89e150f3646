"""What can go wrong, drawn as a tree.

    RashomonError
    ├── SourceError            a source cannot be read; names it and the reason
    ├── MissingExtra           needs packages that an extra installs
    ├── WorkersError           no worker process can start
    └── DeskError              the desk cannot be used
        ├── NotADesk           the file is no desk
        ├── NewerDesk          made by a newer version
        └── DeskWriteError     disk full, read-only, locked

One bad page is a `SourceError` or a named rejection and never stops a build.
"""

from __future__ import annotations


class RashomonError(Exception):
    """The root of all errors that this library raises on purpose."""


class SourceError(RashomonError):
    """A source (file, record, address) cannot be read."""

    def __init__(self, source: str, reason: str) -> None:
        source = source.encode("utf-8", "backslashreplace").decode("utf-8")
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class MissingExtra(RashomonError):
    """What was asked for needs an extra that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs `pip install 'rashomon[{extra}]'`")


class WorkersError(RashomonError):
    """No worker process can start, so that no record can be done in one."""


class DeskError(RashomonError):
    """The desk file cannot be used."""


class NotADesk(DeskError):
    """The file exists and is no desk."""


class NewerDesk(DeskError):
    """The desk was made by a newer version of the program."""


class DeskWriteError(DeskError):
    """The desk cannot be written: no space, no rights, or locked for too long."""


# Why a page that was read is refused where no rejection speaks of the whole page.
NO_ARTICLE = "no article on this page"
