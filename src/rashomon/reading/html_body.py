"""The text of an HTML page's main article."""

from __future__ import annotations

from copy import deepcopy
from typing import Any


def main_text(tree: Any, address: str | None) -> str:
    """trafilatura's text of the page (fast mode, without comments), one paragraph a line."""
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            deepcopy(tree), url=address, fast=True, include_comments=False
        )
    except Exception:  # the extractor may fail on odd trees; the page is then read without it
        return ""
    return (getattr(document, "text", None) or "").strip()
