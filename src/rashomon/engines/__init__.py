"""Engines: where the pure functions of the pipeline are run over many records."""

from rashomon.engines.local import LocalEngine

__all__ = ["LocalEngine"]
