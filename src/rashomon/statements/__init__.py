"""Statements: who said what in an article, in which words, and by whom it was passed on."""

from __future__ import annotations

from rashomon.statements.extraction import extract

__all__ = ["extract"]
