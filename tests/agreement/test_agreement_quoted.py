"""Quotations that tellings share, and what only one of two has."""

from __future__ import annotations

from dataclasses import replace

from agreement_builders import Told

SAID = "We shall not sell one plank of this pier to anybody"


def two(one: str, other: str, **fields: str) -> Told:
    made = Told()
    made.add("Velm Post", one, **fields)
    made.add("Coast Courier", other, **fields)
    return made


def test_a_quotation_is_shared_as_far_as_all_have_it() -> None:
    made = two(
        f"“{SAID}, not now,” said Brandt on the quay.",
        f"Brandt told the guild: “I say it again. {SAID}.”",
    )
    (point,) = made.points("all")
    assert point.kind == "quotation"
    assert made.words(point) == [SAID, SAID]


def test_the_same_words_of_two_speakers_are_no_agreement() -> None:
    made = two(f"“{SAID},” said Brandt.", f"“{SAID},” said Dorn.")
    for article, speaker in zip(made.articles, ("Brandt", "Dorn"), strict=True):
        made.name(article, speaker)
        made.say(article, SAID, speaker)
    assert made.points("all") == []


def test_words_that_are_not_quoted_are_no_quotation() -> None:
    made = two(f"“{SAID},” said Brandt.", "Brandt would " + SAID[9:] + ", he said.")
    assert made.points("all") == []


def test_only_one_of_two_quotes_it() -> None:
    made = two(f"“{SAID},” said Brandt at the pier.", "Brandt was at the pier of Velm.")
    made.name(made.articles[0], "Brandt")
    made.say(made.articles[0], SAID, "Brandt")
    (point,) = made.points("one")
    assert (point.kind, made.words(point)) == ("quotation", [SAID])
    assert point.lacking == (made.articles[1].id,)


def test_a_telling_that_came_before_lacks_nothing() -> None:
    made = Told()
    made.add("Coast Courier", "Brandt was at the pier of Velm.", published="2031-05-11")
    later = made.add("Velm Post", f"“{SAID},” said Brandt at the pier.")
    made.name(later, "Brandt")
    made.say(later, SAID, "Brandt")
    assert made.points("one") == []


def test_what_is_told_in_other_words_is_not_lacking() -> None:
    made = two(
        f"“{SAID},” said Brandt at the pier.",
        "Not one plank of the pier will be sold to anybody, Brandt said.",
    )
    made.name(made.articles[0], "Brandt")
    made.say(made.articles[0], SAID, "Brandt")
    assert made.points("one") == []


def test_of_three_tellings_none_is_said_to_tell_alone() -> None:
    made = two(f"“{SAID},” said Brandt at the pier.", "Brandt was at the pier of Velm.")
    made.add("Orrin Gazette", "Brandt came to the pier.")
    made.name(made.articles[0], "Brandt")
    made.say(made.articles[0], SAID, "Brandt")
    assert made.points("one") == []


def test_a_full_text_without_sentences_lacks_what_it_does_not_have() -> None:
    made = two(f"“{SAID},” said Brandt at the pier.", "")
    made.articles[1] = replace(made.articles[1], text="grey sea and wind " * 120)
    made.name(made.articles[0], "Brandt")
    made.say(made.articles[0], SAID, "Brandt")
    (point,) = made.points("one")
    assert made.words(point) == [SAID]
