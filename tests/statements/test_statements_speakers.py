"""Speakers by the names stage's mentions: referents, roles, pronouns, metonyms."""

from __future__ import annotations

import dataclasses

from rashomon import statements
from rashomon.model import Article, Mention, Statement


def extract(
    text: str, *people: tuple[str, str, str | None], outlet: str | None = None
) -> tuple[Statement, ...]:
    """Statements of a text in which each (words, referent, role) is a person, wherever it stands."""
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
        outlet=outlet, url=None, published=None, published_basis=None, language="en", text=text,
        ranges=None,
    )  # fmt: skip
    mentions: list[Mention] = []
    for words, referent, role in people:
        at = text.find(words)
        while at >= 0:
            if not any(m.start <= at < m.end for m in mentions):
                mentions.append(Mention("a", at, at + len(words), words, "person", referent, role))
            at = text.find(words, at + 1)
    return statements.extract(article, sorted(mentions, key=lambda mention: mention.start))


def test_surname_and_pronoun_are_the_full_name() -> None:
    found = extract(
        "Ilse Marten said the harbour was full.\n\nMarten added that ships would wait. "
        '"It is a mess," she said.',
        ("Ilse Marten", "Ilse Marten", None),
        ("Marten", "Ilse Marten", None),
    )
    assert [statement.speaker for statement in found] == ["Ilse Marten"] * 3


def test_title_finds_the_one_with_that_role() -> None:
    found = extract(
        "Mayor Jan Okker met Senator Lou Baines on Monday.\n\n"
        '"The bridge is safe," the senator said. The mayor said that he doubted it.',
        ("Jan Okker", "Jan Okker", "Mayor"),
        ("Lou Baines", "Lou Baines", "Senator"),
    )
    speakers = {statement.speaker for statement in found if statement.speech}
    assert speakers == {"Lou Baines", "Jan Okker"}


def test_unnamed_source_stays_as_written() -> None:
    found = extract("Two senior officials said that the talks had failed.")
    assert [statement.speaker for statement in found] == ["Two senior officials"]


def test_unresolved_pronoun_is_not_guessed() -> None:
    found = extract("He said that the talks had failed.")
    assert [statement.speaker for statement in found] == ["He"]


def test_own_outlet_goes_without_saying() -> None:
    text = "In an interview with the Delta Courier, Ann Moss said that she would run."
    assert extract(text, outlet="Delta Courier")[0].via == ()
    assert [name.removeprefix("the ") for name in extract(text)[0].via] == ["Delta Courier"]


def test_belief_is_not_speech() -> None:
    found = extract("Dana Polk believes that the vote was fair.", ("Dana Polk", "Dana Polk", None))
    assert [(statement.speaker, statement.speech) for statement in found] == [("Dana Polk", False)]


def test_quotation_cut_by_its_cue_is_one_statement() -> None:
    text = '"We came," Dana Polk said, "and we stayed. It was cold."'
    found = extract(text, ("Dana Polk", "Dana Polk", None))
    assert len(found) == 1
    assert [text[s.start : s.end] for s in found[0].content] == [
        "We came",
        "and we stayed. It was cold.",
    ]


def test_he_is_the_subject_and_not_the_last_one_named() -> None:
    found = extract(
        "The envoy of the union, Corin Hale, flew home on Monday after three hours with President "
        "Davit Brandl in Kamba. He declined to say which town was right.",
        ("Corin Hale", "Corin Hale", None),
        ("Davit Brandl", "Davit Brandl", "President"),
    )
    assert {statement.speaker for statement in found} == {"Corin Hale"}


def test_he_who_is_spoken_of_is_not_he_who_speaks() -> None:
    found = extract(
        "Officer Jan Okker said that he knew how a video of him chasing Lou Marten looked. But he "
        "said the facts were plain.",
        ("Jan Okker", "Jan Okker", "Officer"),
        ("Lou Marten", "Lou Marten", None),
    )
    assert {statement.speaker for statement in found} == {"Jan Okker"}


def test_she_is_no_one_with_a_mans_name() -> None:
    found = extract(
        "James Okker opened the bridge. She said that it would hold.",
        ("James Okker", "James Okker", None),
    )
    assert [statement.speaker for statement in found] == ["She"]


def test_a_pronoun_that_fits_two_stays_as_written() -> None:
    found = extract(
        "The path was cleared for Lou Baines and Jan Okker. He said that it was steep.",
        ("Lou Baines", "Lou Baines", None),
        ("Jan Okker", "Jan Okker", None),
    )
    assert [statement.speaker for statement in found] == ["He"]


def test_they_are_the_subject_before() -> None:
    found = extract(
        "The owners estimate the damage at a million crowns. Police are at the mill. They said "
        "that it was too early to speak of a cause."
    )
    assert found[-1].speaker == "Police"


def test_spokesman_in_front_of_his_name() -> None:
    found = extract(
        "A spokesman for the harbour guard, Rudi Acker, called the plan ‘a deliberate mistake’.",
        ("Rudi Acker", "Rudi Acker", None),
    )
    assert [statement.speaker for statement in found] == ["Rudi Acker"]


def test_the_group_is_not_the_firm_it_speaks_of() -> None:
    text = (
        "Vendrel Corp said that it had kept its word. The Renters Coalition met on Monday. "
        "The group said that Vendrel Corp had broken its promise."
    )
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None, outlet=None,
        url=None, published=None, published_basis=None, language="en", text=text, ranges=None,
    )  # fmt: skip
    found = [
        Mention("a", at, at + len(name), name, "organisation", name)
        for name in ("Vendrel Corp", "Renters Coalition")
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    assert statements.extract(article, found)[-1].speaker == "Renters Coalition"
    alone = text.replace("The Renters Coalition met on Monday. ", "")
    article = dataclasses.replace(article, text=alone)
    found = [
        Mention("a", at, at + 12, "Vendrel Corp", "organisation", "Vendrel Corp")
        for at in range(len(alone))
        if alone.startswith("Vendrel Corp", at)
    ]
    assert statements.extract(article, found)[-1].speaker == "The group"


def test_who_is_the_diplomat_and_not_his_union() -> None:
    text = "A diplomat of the Brill Union, who insisted that no one was hurt, left the town."
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None, outlet=None,
        url=None, published=None, published_basis=None, language="en", text=text, ranges=None,
    )  # fmt: skip
    at = text.index("Brill Union")
    found = [Mention("a", at, at + 11, "Brill Union", "organisation", "Brill Union")]
    assert statements.extract(article, found)[0].speaker == "A diplomat of the Brill Union"


def test_he_is_the_subject_of_the_sentence_before_and_not_whoever_spoke_last() -> None:
    people = (("Pavel Marek", "Pavel Marek", None), ("Oskar Lind", "Oskar Lind", None))
    text = (
        "Pavel Marek has again refused to come.\n\n"
        "Oskar Lind has escalated the use of tariffs. He said the tariff was high."
    )
    assert extract(text, *people)[-1].speaker == "Oskar Lind"
    text = (
        "Pavel Marek added that the road was open. Oskar Lind said the plan, which he described as "
        "“a first step”, would be changed."
    )
    described = [s for s in extract(text, *people) if s.cue == "described"]
    assert {s.speaker for s in described} == {"Oskar Lind"}


def test_how_the_words_were_had_is_no_statement() -> None:
    people = (("Oskar Lind", "Oskar Lind", None),)
    assert extract("Oskar Lind declined to comment on the report.", *people) == ()
    found = extract("A diplomat, who asked not to be named, said the road was open.", *people)
    assert len(found) == 1
