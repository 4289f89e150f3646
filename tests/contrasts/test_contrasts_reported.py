"""One statement in other words: under a cue that judges and under a plain one."""

from __future__ import annotations

from contrast_builders import Tellings

from rashomon.model import Provenance

PLAIN = "the patrol boat had crossed the bow inside national waters without any signal"
OTHER = "the patrol boat had crossed the ferry's bow inside national waters, and no signal came"


def told(first: str, second: str, speaker: str = "Ines Halloran") -> Tellings:
    tellings = Tellings()
    for outlet, cue, words, who in (
        ("Ledger", first, PLAIN, "Ines Halloran"),
        ("Courier", second, OTHER, speaker),
    ):
        article = tellings.add(f"On Monday {who} {cue} that {words}.", outlet)
        tellings.say(article, words, speaker=who, cue=cue, kind="indirect")
    return tellings


def test_claimed_and_said() -> None:
    (found,) = told("claimed", "said").found()
    assert found.topic == "How Ines Halloran’s words are introduced"
    assert [t.reading for t in found.tellings] == ["claimed", "said"]


def test_said_and_added_are_one_cue() -> None:
    assert told("said", "added").found() == ()


def test_two_people_and_acts_of_speech_are_passed_over() -> None:
    assert told("claimed", "said", speaker="Rudi Achterman").found() == ()
    assert told("threatened", "said").found() == ()


def translated(other: str, *, marked: bool = True) -> Tellings:
    tellings = Tellings()
    said = "We stand ready for the table, and have no conditions of any kind."
    original = Provenance("translated", "Maarish", "translated from Maarish")
    for outlet, words, provenance in (("Ledger", said, ()), ("Courier", other, (original,))):
        article = tellings.add(
            f"“{words}” Tomas Verre said.", outlet, provenance=provenance if marked else ()
        )
        tellings.say(article, words, speaker="Tomas Verre")
    return tellings


def test_one_sentence_in_the_words_of_two_translators() -> None:
    other = "No conditions from our side: ready we are, at one table, all of us."
    (found,) = translated(other).found()
    assert found.topic == "Other words in Tomas Verre’s translated quotation"
    assert translated(other, marked=False).found() == ()
    assert translated("The table was bought in Telmi for a hundred crowns.").found() == ()
