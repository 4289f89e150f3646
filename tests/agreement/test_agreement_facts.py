"""Facts that tellings share, and what keeps two sentences from being one fact."""

from __future__ import annotations

from agreement_builders import Told

from rashomon.model import Copy

ONE = "The harbour board of Velm closed the northern lock after 340 barges were damaged by ice."
TWO = "In Velm, ice damaged 340 barges before the board shut the lock north of the harbour."


def told(one: str = ONE, two: str = TWO, **fields: str) -> Told:
    made = Told()
    for outlet, text in (("Velm Post", one), ("Coast Courier", two)):
        article = made.add(outlet, text, **fields)
        if "Velm" in text:
            made.name(article, "Velm", "place")
    return made


def facts(made: Told) -> list[list[str]]:
    return [made.words(p) for p in made.points() if p.kind == "fact" and p.carried != "one"]


def test_a_fact_in_other_words_is_found_with_the_words_of_each() -> None:
    made = told()
    (point,) = made.points("all")
    assert point.kind == "fact"
    assert {t.article_id for t in point.tellings} == {a.id for a in made.articles}
    assert all("340 barges" in words for words in made.words(point))
    assert point.lacking == ()


def test_another_number_is_a_difference() -> None:
    assert facts(told(two=TWO.replace("340", "290"))) == []


def test_a_number_in_words_is_the_same() -> None:
    one = ONE.replace("340", "twelve")
    assert facts(told(one, TWO.replace("340", "12")))


def test_a_denial_or_a_plan_is_not_what_happened() -> None:
    assert facts(told(two=TWO.replace("ice damaged", "ice never damaged"))) == []
    assert facts(told(two=TWO.replace("before the board shut", "so the board will shut"))) == []


def test_another_day_is_another_fact() -> None:
    made = told(
        ONE.replace("after", "on 3 May after"), TWO.replace("In Velm,", "In Velm, on 9 May,")
    )
    made.date(made.articles[0], "3 May", ONE.replace("after", "on 3 May after"), "2031-05-03")
    other = TWO.replace("In Velm,", "In Velm, on 9 May,")
    made.date(made.articles[1], "9 May", other, "2031-05-09")
    assert facts(made) == []


def test_words_that_were_copied_are_no_second_voice() -> None:
    assert facts(told(two=ONE.replace("The harbour", "On ice, the harbour"))) == []


def test_one_owner_or_one_family_is_one_voice() -> None:
    made = told()
    first = made.articles[0]
    made.copies = [
        Copy(a.id, first.id, None if a is first else first.id, "reworded", 0.5, "same words")
        for a in made.articles
    ]
    assert made.points() == []
    same = Told()
    for text in (ONE, TWO):
        same.name(same.add("Velm Post", text), "Velm", "place")
    assert same.points() == []


def test_a_count_and_what_befell_them_is_a_fact() -> None:
    one, two = "Ice broke the lock, injuring 14 skaters.", "Fourteen skaters were injured by noon."
    assert facts(told(one, two))
    assert facts(told(one.replace("14", "two"), two.replace("Fourteen", "Two"))) == []


def test_an_office_beside_a_name_is_no_fact() -> None:
    made = Told()
    for outlet, text in (
        ("Velm Post", "Deputy harbour secretary Ilse Brandt left the building by a side door."),
        ("Coast Courier", "Fees will rise, deputy harbour secretary Ilse Brandt told the guild."),
    ):
        article = made.add(outlet, text)
        role = "Deputy harbour secretary" if text[0] == "D" else "deputy harbour secretary"
        made.name(article, "Ilse Brandt", role=role)
    assert facts(made) == []


def test_most_carry_it_and_who_does_not_is_named() -> None:
    made = told()
    third = made.add("Orrin Gazette", "The mayor opened a museum of knots in the old mill.")
    (point,) = made.points("most")
    assert point.lacking == (third.id,)
    assert made.points("all") == []


def test_a_telling_that_tells_it_in_other_words_is_not_said_to_lack_it() -> None:
    made = told()
    made.add("Orrin Gazette", "Some 340 barges were hurt; nobody knows yet how the lock will fare.")
    (point,) = made.points("most")
    assert point.lacking == ()


def test_a_short_telling_lacks_nothing() -> None:
    made = told()
    stub = "The mayor opened a museum of knots in the old mill, and the band played on. " * 6
    made.add("Orrin Gazette", stub, full=False)
    (point,) = made.points("most")
    assert point.lacking == ()


def test_a_story_of_one_telling_has_no_points() -> None:
    made = Told()
    made.add("Velm Post", ONE)
    assert made.points() == []
