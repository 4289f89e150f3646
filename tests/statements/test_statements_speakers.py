"""Speakers by the names stage's mentions: referents, roles, pronouns, metonyms."""

from __future__ import annotations

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
