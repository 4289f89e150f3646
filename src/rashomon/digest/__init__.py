"""Digest: a brief of a story, made of sentences that its tellings wrote."""

from rashomon.digest.brief import brief

__all__ = ["brief"]
