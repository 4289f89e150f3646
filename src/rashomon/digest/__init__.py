"""Digest: a brief of a story, made of sentences that its tellings wrote."""

from __future__ import annotations

from rashomon.model import Brief, Material


def brief(material: Material) -> Brief:
    """Three to five sentences, each a span of a telling."""
    return Brief(material.story.id, ())
