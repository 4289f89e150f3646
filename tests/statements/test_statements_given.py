"""The tables of given names."""

from __future__ import annotations

from rashomon.statements.given import FEMALE_NAMES, MALE_NAMES


def test_no_name_is_in_both_tables() -> None:
    assert not FEMALE_NAMES & MALE_NAMES
    assert {"ada", "mary"} & FEMALE_NAMES
    assert "peter" in MALE_NAMES
    assert all(name == name.casefold() for name in FEMALE_NAMES | MALE_NAMES)
