"""Garbage is looked for as before once a build is over, however it ends."""

from __future__ import annotations

import gc

import pytest

from rashomon.garbage import THRESHOLD, collected_seldom


def test_it_is_seldom_for_a_while_and_then_as_before() -> None:
    before = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold() == THRESHOLD != before
    assert gc.get_threshold() == before


def test_an_error_leaves_it_as_before() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="full"), collected_seldom():
        raise ValueError("the disk is full")
    assert gc.get_threshold() == before
