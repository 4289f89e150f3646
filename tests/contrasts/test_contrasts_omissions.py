"""What two tellings have and a full third lacks, worded "not found in"."""

from __future__ import annotations

from dataclasses import replace

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
    (found,) = tellings.found()
    assert found.topic == "Not named in Post: Lena Orrick, whom others quote"
    tellings.articles[2] = replace(tellings.articles[2], text="Orrick spoke." + PADDING)
    assert tellings.found() == ()


def test_a_telling_of_what_is_still_to_come_lacks_nothing() -> None:
    ahead = f"The council is set to meet on the dam, officials said.{PADDING}"
    assert three(ahead).found() == ()


def test_what_is_quoted_in_part_is_not_missing() -> None:
    assert three(f"Orrick spoke of a failure “without any warning”.{PADDING}").found() == ()


def test_a_plain_voice_is_shown_where_nothing_else_is() -> None:
    tellings = Tellings()
    for outlet, said in (
        ("Ledger", "The water will be back on Friday at the latest,"),
        ("Courier", "The pumps have been repaired in the old works,"),
    ):
        article = tellings.add(f"“{said}” said Lena Orrick.{PADDING}", outlet)
        tellings.say(article, said, speaker="Lena Orrick")
    tellings.add(f"The water was off again on Sunday.{PADDING}", "Post")
    (found,) = tellings.found()
    assert found.topic == "Not named in Post: Lena Orrick, whom others quote"


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
    shown = find(tellings.material(), held_back=settings.HELD_BACK - set(settings.FALLBACK))
    held = find(tellings.material(), held_back=frozenset())
    assert [c.topic for c in shown] == [c.topic for c in held]
    assert shown[0].topic == "Not named in Post: Lena Orrick, whom others quote"
