"""Who did it to whom; what a place is called; a day named after a week; tellings with both values."""

from __future__ import annotations

import pytest
from contrast_builders import Tellings, of_kind, words

from builders import make_moment
from rashomon.contrasts import checker, held
from rashomon.contrasts.lens import Lens


def two(one: str, other: str, names: tuple[str, ...] = ("Maar", "Orlav")) -> Tellings:
    tellings = Tellings()
    for outlet, text in (("Ledger", one), ("Courier", other)):
        article = tellings.add(text, outlet)
        for name in names:
            if name in text:
                tellings.name(article, name, "place")
    return tellings


@pytest.mark.parametrize(
    "other",
    [
        "A trawler had rammed the patrol boat, officers said.",
        "The patrol boat was rammed by a trawler on Sunday.",
        "The trawler struck the patrol boat amidships.",
    ],
)
def test_the_parts_are_swapped(other: str) -> None:
    tellings = two("The patrol boat rammed a trawler on Sunday, fishermen said.", other)
    (found,) = tellings.found()
    assert (found.kind, found.topic) == ("agency", "Who hit whom?")
    assert words(tellings, found)[0].startswith("boat rammed a trawler")


def test_the_boat_whose_bow_was_crossed_was_hit() -> None:
    found = two(
        "The trawler struck the boat.", "The boat crossed the trawler’s bow at speed."
    ).found()
    assert [c.topic for c in found] == ["Who hit whom?"]


def test_the_same_parts_and_a_telling_with_both_accounts_are_no_difference() -> None:
    one = "The patrol boat rammed a trawler on Sunday."
    assert two(one, "A trawler was rammed by the patrol boat.").found() == ()
    both = "Fishermen say the patrol boat rammed a trawler; officers say the trawler rammed the patrol boat."
    assert two(one, both).found() == ()


def test_who_broke_the_truce() -> None:
    tellings = two(
        "Maar broke the truce in the northern valley at dawn on Sunday.",
        "The truce in the northern valley was violated by Orlav at dawn.",
    )
    (found,) = tellings.found()
    assert found.topic == "Who broke it: truce?"
    other = "Orlav broke the record for plums on Sunday."
    assert two("Maar broke the truce in the northern valley.", other).found() == ()


def test_two_names_of_one_strait() -> None:
    one = (
        "The ferry and a patrol boat collided in the Tern Strait late on Sunday, injuring fourteen."
    )
    other = (
        "The ferry and a patrol boat collided in the Sarn Channel on Sunday, injuring passengers."
    )
    (found,) = two(one, other, ()).found()
    assert found.topic == "How the place is called: Sarn Channel or Tern Strait"
    # A telling that has both tells them apart, or says that they are one.
    assert two(one, other + " The Tern Strait was closed.", ()).found() == ()
    assert two(one, "Barley is cheap in the towns along the Sarn Channel.", ()).found() == ()


def planned(expression: str, date: str, precision: str, later: str) -> Tellings:
    tellings = Tellings()
    first = tellings.add("The meeting is to be held next week, an aide said.", "Ledger")
    second = tellings.add(
        f"The meeting will be held on {expression}, an aide said.", "Courier", later
    )
    for article, words_, day, how in (
        (first, "next week", "2031-W21", "week"),
        (second, expression, date, precision),
    ):
        tellings.moments.append(
            make_moment(
                article, words_, article.text.split(".")[0], date=day, planned=True, precision=how
            )
        )
    return tellings


def test_a_day_that_is_named_after_a_week() -> None:
    (found,) = planned("20 May", "2031-05-20", "day", "2031-05-15").found()
    assert (found.kind, found.topic) == ("update", "When is the meeting to be held?")
    assert found.tellings[0].reading == "from 2031-05-19 to 2031-05-25"


def test_a_day_of_the_week_told_on_the_same_day_is_no_difference() -> None:
    assert planned("20 May", "2031-05-20", "day", "2031-05-12").found() == ()
    assert planned("next week", "2031-W21", "week", "2031-05-15").found() == ()


def test_a_week_that_holds_one_of_two_rival_days_is_no_third_account() -> None:
    tellings = planned("20 May", "2031-05-20", "day", "2031-05-15")
    text = "The meeting will be held on 22 May, the mayor said."
    third = tellings.add(text, "Post", "2031-05-15")
    tellings.plan(third, "22 May", text[:-1], "2031-05-22")
    (found,) = tellings.found()
    assert (found.kind, words(tellings, found)) == ("date", ["20 May", "22 May"])


def test_the_checker_stops_a_day_outside_the_week() -> None:
    tellings = planned("20 May", "2031-05-20", "day", "2031-05-15")
    lens = Lens.of(tellings.material())
    (good,) = held.detect(lens)
    assert checker.proves(lens, good)
    tellings.moments[0] = tellings.moments[0].__class__(
        **{
            f: getattr(tellings.moments[0], f) for f in tellings.moments[0].__slots__ if f != "date"
        },
        date="2031-W23",
    )
    assert not checker.proves(Lens.of(tellings.material()), good)


def test_a_telling_that_names_both_numbers() -> None:
    tellings = Tellings()
    for outlet, text in (
        ("Ledger", "Ninety people worked at the brewery in Telmi, the union said."),
        ("Courier", "Sixty workers will be without work at the brewery in Telmi."),
        ("Post", "The brewery in Telmi had 90 staff by the union's count, 60 by the owners'."),
    ):
        tellings.add(text, outlet)
    (found,) = of_kind(tellings.found(), "number")
    assert [t.reading for t in found.tellings] == ["90", "60", "names both"]


def test_proposed_and_denied_by_the_one_who_speaks_for_it() -> None:
    asked = "At the request of Orlav, the two sides will meet for talks on the dam."
    denied = "Orlav’s minister, Tomas Verre, denied that his country had asked for talks."
    (found,) = two(asked, denied).found()
    assert {t.reading for t in found.tellings} == {"Orlav", "not Orlav"}


def test_one_proposer_on_the_word_of_two_sources() -> None:
    tellings = Tellings()
    for outlet, who, words_ in (
        ("Ledger", "Yelka Marun", "Corin Whitlock proposed the joint patrol of the strait"),
        ("Courier", "Rudi Achter", "Corin Whitlock had proposed the joint patrol last week"),
    ):
        article = tellings.add(f"{who} said {words_}.", outlet)
        tellings.say(article, words_, speaker=who, kind="indirect")
        tellings.name(article, "Corin Whitlock")
    (found,) = tellings.found()
    assert (found.kind, found.topic) == ("attribution", "Who says that Corin Whitlock proposed it")
