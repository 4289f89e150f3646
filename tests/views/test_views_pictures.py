"""The geometry of the pictures: what has no date and what covers days stands apart."""

from __future__ import annotations

from builders import make_article, make_moment
from rashomon.model import Article
from rashomon.views import pictures
from rashomon.views.calendar import timeline
from rashomon.views.tellings import tellings

TEXT = "On Monday and Tuesday, and all of that week, and on Friday, the weir stood open."


def told(**fields: object) -> Article:
    return make_article(str(fields.pop("text", TEXT)), **fields)


def test_a_telling_without_a_date_stands_before_the_first_day() -> None:
    made = [
        told(title="Weir opens", outlet="Ansel Post", published="2031-05-12"),
        told(title="Weir shut", outlet="Dorrow Echo", published="2031-05-14", text="It shut."),
        told(title="Weir?", outlet=None, published=None, published_basis=None, text="Who knows."),
    ]
    picture = pictures.coverage(tellings(made, {}))
    assert picture is not None
    (undated,) = [row for row in picture.rows if row.day is None]
    days = [row.day for row in picture.rows if row.day is not None]
    # "no date" begins 14 right of the names, and needs some fifty.
    assert picture.split + 14 + 60 < min(days)
    assert (undated.label, undated.titled) == ("outlet not known", "“Weir?”")
    assert [row.titled for row in picture.rows if row.day is not None] == ["", ""]


def test_a_date_of_several_days_has_a_lane_below_the_line() -> None:
    one = told(title="Weir opens", outlet="Ansel Post", published="2031-05-12")
    moments = [
        make_moment(one, "Monday", one.text, date="2031-05-12"),
        make_moment(one, "that week", one.text, date="2031-W20", precision="week"),
        make_moment(one, "Friday", one.text, date="2031-05-16"),
    ]
    days, _ = timeline(moments, {one.id: one}, {})
    picture = pictures.axis(days, [("2031-05-12", 1)])
    assert picture is not None
    lanes = {dot.label: dot.lane for dot in picture.dots}
    assert sorted(lane is None for lane in lanes.values()) == [False, True, True]
    # What is on the line does not run through another one.
    assert all(dot.wide <= pictures.SPAN for dot in picture.dots if dot.lane is None)
    assert picture.below > picture.base + pictures.LANE
