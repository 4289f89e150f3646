"""Why articles are together, in words that name something."""

from __future__ import annotations

from rashomon.stories.reasons import _NO_NAME, _counted


def test_numbers_stand_with_what_they_count() -> None:
    found = _counted(
        "Some 9,000 cars a day, 6 million crowns, 40% of it and 20 were seen at 10:30 on 20 May"
        " 2031. The 12-metre boat cost $300 in 1999."
    )
    assert set(found.values()) == {"9,000 cars", "6 million crowns", "40%", "12-metre"}
    assert _counted("Nearly 9000 cars").keys() <= found.keys()


def test_days_months_and_titles_name_nobody() -> None:
    assert {"wednesday", "april", "foreign", "minister", "mr"} <= _NO_NAME
    assert not {"tamarin", "halvenport"} & _NO_NAME
