"""Reading: a page becomes the articles found in it, and named reasons for all the rest."""

from __future__ import annotations

from rashomon.model import Page, Reading, Rejected


def read(page: Page) -> Reading:
    """Find the articles in `page`. Pure: the same page gives the same reading.

    Never raises for what a page holds: a page of which nothing can be read gives a `Rejected`.
    """
    try:
        if page.media_type == "application/json":
            from rashomon.reading.record import read_record

            return read_record(page)
        if page.media_type == "text/html":
            from rashomon.reading.html import read_html

            return read_html(page)
        from rashomon.reading.flattened import read_flattened

        return read_flattened(page)
    except (RecursionError, MemoryError):
        # What no reader can take apart, such as HTML nested beyond measure, is named and left.
        return Reading(page.id, "", (), (Rejected(page.id, None, "reading", "unreadable"),))
