"""Which sentences on one date are of one thing. Each sentence has its date in brackets."""

from __future__ import annotations

import pytest

from rashomon.timeline.joins import Theme, Usage, of_one_thing

FEW = Usage.of(())


def theme(sentence: str, *, planned: bool = False) -> Theme:
    before, _, after = sentence.partition("[")
    return Theme.of(before, after.partition("]")[2], planned=planned)


def one_thing(one: str, two: str, usage: Usage = FEW, **fields: bool) -> bool:
    exact = fields.pop("exact", True)
    return of_one_thing(theme(one, **fields), theme(two, **fields), usage, exact=exact)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Halcyon struck a barge on [Sunday].", "A barge was struck by the Halcyon [Sunday]."),
        ("The old mill burned down on [Monday].", "On [Monday] the fire took the mill."),
        ("The ferries collided on [Sunday].", "The accident happened at noon on [Sunday]."),
        ("Dorn said on [Monday] he might go.", "On [Monday] Dorn told reporters nothing."),
        ("Prices would fall, Dorn said on [Monday].", "Dorn announced on [Monday] a long pause."),
    ],
)
def test_of_one_thing(one: str, two: str) -> None:
    assert one_thing(one, two)
    assert one_thing(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Halcyon struck a barge on [Sunday].", "The Halcyon sailed for Velm on [Sunday]."),
        ("The mayor of Velm said on [Monday] he slept.", "Velm woke to snow on [Monday]."),
        ("Dorn said on [Monday] that ice was near.", "Brandt said on [Monday] that ice was thin."),
        ("PORT ELSA, May 12 (Wire) -- He left [Monday].", "In Port Elsa it rained on [Monday]."),
    ],
)
def test_not_of_one_thing(one: str, two: str) -> None:
    assert not one_thing(one, two)
    assert not one_thing(two, one)


def test_plans_for_the_talks_are_of_one_thing() -> None:
    one, two = (
        "The talks would be held on [20 May].",
        "Set for [20 May], this second meeting is dear.",
    )
    assert one_thing(one, two, planned=True)
    assert not one_thing(one, "On [20 May] the band will play.", planned=True)


def test_a_vague_date_asks_for_two_common_words() -> None:
    assert one_thing(
        "Barley exports begin in [July].", "In [July] exports will begin.", exact=False
    )
    assert not one_thing("Exports begin in [July].", "In [July] exports fell.", exact=False)


def test_what_a_story_says_all_the_time_joins_nothing() -> None:
    sentences = [f"The ferry {word} near the patrol [Sunday]." for word in "abcdefgh"]
    usage = Usage.of(theme(s) for s in sentences)
    assert usage.is_usual("ferry")
    assert not Usage.of(theme(s) for s in sentences[:3]).is_usual("ferry")
    assert not one_thing(
        "The ferry saw the patrol [Monday].", "The patrol left a ferry [Monday].", usage
    )


def test_a_small_part_of_long_sentences_joins_nothing() -> None:
    one = (
        "The long marches over the shut mill were followed by empty lanes once the ban on lamps that "
        "the council of Velm had laid on its broken quarter was lifted on [Friday]."
    )
    two = (
        "The council heard seven engineers, two bakers, a weaver from Orrin and the keeper of the "
        "lighthouse on the broken pier before noon on [Friday]."
    )
    assert not one_thing(one, two)
