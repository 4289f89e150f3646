"""What two tellings have and a full third lacks, worded "not found in"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from contrast_builders import PADDING, Tellings, of_kind, words

from rashomon.contrasts import find, settings

SAID = "The sluices were opened at night without any warning to the lower villages,"
LINE = f"“{SAID}” said Lena Orrick."


def three(third: str, published: str = "2031-05-12", base: str = LINE) -> Tellings:
    tellings = Tellings()
    for outlet in ("Ledger", "Courier"):
        article = tellings.add(f"{base} It was late in {outlet} town.{PADDING}", outlet)
        if SAID in base:
            tellings.say(article, SAID, speaker="Lena Orrick")
    tellings.add(third, "Post", published)
    return tellings


def test_a_quotation_that_the_third_lacks() -> None:
    tellings = three(f"The dam was opened on Sunday, officials said.{PADDING}")
    (found,) = tellings.found()
    assert found.kind == "omission"
    assert found.topic == (
        "Not found in Post: Lena Orrick, “The sluices were opened at night without any warning …”"
    )
    assert words(tellings, found) == [SAID.rstrip(",")] * 2


def test_a_short_an_earlier_or_a_paraphrasing_telling_lacks_nothing() -> None:
    assert three("The dam was opened on Sunday, officials said.").found() == ()
    assert three(f"The dam was opened.{PADDING}", "2031-05-11").found() == ()
    told = f"Orrick said the sluices had been opened with no warning for villages on the lower river.{PADDING}"
    assert three(told).found() == ()


def test_a_fact_with_a_number_that_the_third_lacks_is_found_and_held_back() -> None:
    fact = "The government promised $12 million in emergency aid for farmers on the lower canal."
    tellings = three(f"Farmers were angry on Sunday.{PADDING}", base=fact)
    assert tellings.found() == ()
    (found,) = find(tellings.material(), held_back=frozenset())
    assert found.kind == "omission"
    assert found.topic.startswith("Not found in Post: “$12 million in emergency aid")
    # The number stands elsewhere, written otherwise, or the fact is told without it.
    elsewhere = three(f"Some $12m was promised.{PADDING}", base=fact)
    assert find(elsewhere.material(), held_back=frozenset()) == ()
    told = f"The government promised farmers on the canal emergency aid.{PADDING}"
    assert find(three(told, base=fact).material(), held_back=frozenset()) == ()


def test_two_tellings_are_not_enough() -> None:
    tellings = three(f"The dam was opened.{PADDING}")
    tellings.articles.pop(1)
    keep = {a.id for a in tellings.articles}
    tellings.statements = [s for s in tellings.statements if s.article_id in keep]
    assert of_kind(tellings.found(), "omission") == []


def test_a_voice_that_the_third_does_not_name() -> None:
    tellings = Tellings()
    for outlet, said in (
        ("Ledger", "The old works failed us all on Friday night,"),
        ("Courier", "The council was warned of the worn pumps in March,"),
    ):
        article = tellings.add(f"“{said}” said Lena Orrick.{PADDING}", outlet)
        tellings.say(article, said, speaker="Lena Orrick")
    tellings.add(f"The water was off again on Sunday.{PADDING}", "Post")
    assert tellings.found() == ()  # held back
    (found,) = find(tellings.material(), held_back=frozenset())
    assert found.topic == "Not named in Post: Lena Orrick, whom others quote"
    tellings.articles[2] = replace(tellings.articles[2], text="Orrick spoke." + PADDING)
    assert find(tellings.material(), held_back=frozenset()) == ()


def test_a_telling_of_what_is_still_to_come_lacks_nothing() -> None:
    ahead = f"The council is set to meet on the dam, officials said.{PADDING}"
    assert three(ahead).found() == ()


def test_what_is_quoted_in_part_is_not_missing() -> None:
    assert three(f"Orrick spoke of a failure “without any warning”.{PADDING}").found() == ()


def test_words_of_one_who_is_quoted_otherwise_stand_behind() -> None:
    other = "Nobody in the office has read the letters of the villages,"
    tellings = three(f"“{other}” said Lena Orrick.{PADDING}")
    tellings.say(tellings.articles[2], other, speaker="Lena Orrick")
    (found,) = tellings.found()  # there is nothing else
    assert "Lena Orrick" in found.topic
    titles = ("Orlan snubs villages", "Orlan meets villages on the dam", "Orlan at the dam")
    for n, title in enumerate(titles):
        tellings.articles[n] = replace(tellings.articles[n], title=title)
    assert [c.kind for c in tellings.found()] == ["wording"]


def test_words_without_one_known_speaker_are_held_back() -> None:
    tellings = three(
        f"The dam was opened on Sunday, officials said.{PADDING}", base=f"{LINE} Osk Brandt went."
    )
    tellings.statements.pop()
    tellings.say(tellings.articles[1], SAID, speaker="Osk Brandt", cue="said")
    assert tellings.found() == ()
    assert find(tellings.material(), held_back=frozenset()) != ()


@pytest.mark.parametrize("opening", ["But the dam", "He said the dam", "and then the dam"])
def test_a_text_that_begins_in_the_middle_lacks_nothing(opening: str) -> None:
    assert three(f"{opening} was opened on Sunday, officials said.{PADDING}").found() == ()


def test_a_telling_of_another_matter_lacks_nothing() -> None:
    base = f"{LINE} It rained in Telmi and Dunmore."
    tellings = three(f"The dam was opened on Sunday, officials said.{PADDING}", base=base)
    assert len(tellings.found()) == 1
    for article in tellings.articles[:2]:
        tellings.name(article, "Telmi", "place")
        tellings.name(article, "Dunmore", "place")
    assert tellings.found() == ()


def test_thanks_and_short_lines_are_held_back() -> None:
    for said in (
        "We have been here",
        "Our hearts are with the families of all who were on the boats,",
    ):
        tellings = Tellings()
        for outlet in ("Ledger", "Courier"):
            article = tellings.add(f"“{said}” said Lena Orrick.{PADDING}", outlet)
            tellings.say(article, said, speaker="Lena Orrick")
        tellings.add(f"Orrick spoke at the quay on Sunday.{PADDING}", "Post")
        assert tellings.found() == ()


def test_who_answers_for_a_side_is_missed_more() -> None:
    tellings = Tellings()
    for outlet, said in (
        ("Ledger", "The company must look at every one of the pumps,"),
        ("Courier", "No pump will run without a second look,"),
    ):
        article = tellings.add(f"“{said}” said spokeswoman Lena Orrick.{PADDING}", outlet)
        tellings.name(article, "Lena Orrick", role="spokeswoman")
        tellings.say(article, said, speaker="Lena Orrick")
    tellings.add(f"The water was off again on Sunday.{PADDING}", "Post")
    held = settings.HELD_BACK - {"voice not found"}
    (found,) = find(tellings.material(), held_back=held)
    assert found.topic == "Not named in Post: Lena Orrick, whom others quote"
