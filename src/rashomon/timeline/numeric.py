"""Dates in digits that mean the same in all languages but English: 2025-08-07, 7.8.2025."""

from __future__ import annotations

NUMERIC = (
    r"(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d|-\d)"
    r"|(?P<nd>\d{1,2})\.\s?(?P<nm>\d{1,2})\.\s?(?P<ny>(?:19|20)\d\d)(?!\d)"
)
