"""What a question asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_article, make_mention
from rashomon.ask.kinds import Setting, _numbers, answers
from rashomon.ask.question import parse
from rashomon.ask.words import alike, stem


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who opened the bridge?", "person"),
        ("Whom did the mayor thank?", "person"),
        ("When did the bridge open?", "time"),
        ("On which day does the market begin?", "time"),
        ("Where did the goats go?", "place"),
        ("In which town was it?", "place"),
        ("How many goats were there?", "count"),
        ("How much was paid for the goat?", "money"),
        ("What does a goat cost?", "money"),
        ("How long did the mayor speak?", "duration"),
        ("How long was the rope?", "length"),
        ("How old is the mayor?", "age"),
        ("How fast was the goat?", "speed"),
        ("How deep is the well?", "length"),
        ("How often did the bell ring?", "often"),
        ("How large was the harvest?", "quantity"),
        ("Why did the goats leave?", "reason"),
        ("What did the mayor say about the goats?", "open"),
        ("Which goat won?", "open"),
        ("goats", "open"),
        ("Who said where the goats are?", "person"),
    ],
)
def test_the_first_asking_word_gives_the_kind(question: str, kind: str) -> None:
    found = parse(question)
    assert found.kind == kind or (kind == "open" and found.kind == "statement")


def test_words_that_only_ask_are_not_looked_for() -> None:
    words = [t.word for t in parse("How many people did the old dairy employ in Telmi?").terms]
    assert words == ["old", "dairy", "employ", "Telmi"]
    assert [t.name for t in parse("What does Ada Brim think?").terms[:2]] == [True, True]
    assert parse("how many members of the crew are held?").counted == ("memb",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("injured", "injure"), ("commands", "commander"), ("employed", "employ"),
        ("began", "begin"), ("harvests", "harvest"), ("cities", "city"), ("stopped", "stop"),
        ("officials", "official"), ("Telmi’s", "telmi"), ("Élan", "elan"),
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("mayor", "mare"), ("goat", "goal")])
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_that_say_the_same() -> None:
    assert stem("arrested") in alike(stem("detained"))
    assert alike(stem("goat")) == {stem("goat")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 goats", "14"), ("Fourteen goats", "14"), ("twenty-one", "21"), ("11,400", "11400"),
        ("2.4 million", "2.4 million"), ("a hundred and ten", "110"), ("three hundred", "300"),
        ("five thousand", "5000"), ("ninety", "90"),
    ],
)  # fmt: skip
def test_numbers_have_one_reading_however_they_are_written(text: str, value: str) -> None:
    assert [v for _, _, v in _numbers(text)] == [value]


@pytest.mark.parametrize(
    ("question", "text", "readings"),
    [
        ("How many people were hurt?", "The fall hurt 14 passengers and one cow.", ["14"]),
        ("How many goats were there?", "There were 14 people and nine goats.", ["9"]),
        ("How much did it cost?", "It cost 41 crowns, or £5, in 1999.", ["41", "5"]),
        ("How long did they talk?", "They talked for three hours on 4 May.", ["3 hour"]),
        ("How old is she?", "Brim, 44, led the band.", ["44"]),
        ("How fast was it?", "Gusts of up to 100 kilometres an hour.", ["100 hour"]),
        ("How often did it call?", "It called three times.", ["3 tim"]),
        ("Where did it begin?", "It began in a furnace hall at noon.", ["in a furnace hall"]),
        ("When did it begin?", "It began at 3 a.m. in the hall.", ["3 a.m."]),
        ("Why did it fall?", "It fell because of the rain.", ["because"]),
        ("How many goats were there?", "There was a goat.", []),
        ("How many goats were there?", "On 4 May 2031, the goats left.", []),
        ("How many goats were there?", "Two of the goat’s bells rang.", []),
    ],
)
def test_what_in_a_sentence_is_of_the_kind(question: str, text: str, readings: list[str]) -> None:
    found = answers(Setting(text, (), ()), parse(question))
    assert found is not None
    assert [f.reading.replace("hours", "hour") for f in found] == readings
    assert all(0 <= f.start < f.end <= len(text) for f in found)


def test_roles_deeds_and_who_somebody_is() -> None:
    assert parse("Who is the head of the dairy?").role
    assert not parse("Who was arrested?").role
    assert parse("Who is Ada Brim?").identity
    assert not parse("Who is the mayor of Telmi?").identity
    article = make_article("Dairy chief Ada Brim met Otto Rand. The chief spoke.")
    text = article.text

    def setting(*speakers: tuple[int, int]) -> Setting:
        people = (("Ada Brim", "Dairy chief"), ("Otto Rand", None))
        mentions = [
            (text.index(n), text.index(n) + len(n), make_mention(article, n, role=role), n)
            for n, role in people
        ]
        return Setting(text, mentions, (), speakers)

    def readings(question: str, *speakers: tuple[int, int]) -> list[str]:
        return [f.reading for f in answers(setting(*speakers), parse(question)) or ()]

    assert readings("Who is the dairy chief?") == ["Ada Brim"]
    assert readings("Who is Ada Brim?") == ["Dairy chief"]
    assert readings("Who met Otto Rand?") == ["Ada Brim"]
    # Who only says so did not do it.
    assert "Ada Brim" not in readings("Who met Otto Rand?", (12, 20))


def test_an_open_question_takes_any_sentence() -> None:
    assert answers(Setting("Anything.", (), ()), parse("Which goat won?")) is None


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_some_question_to_any_sentence(question: str, text: str) -> None:
    asked = parse(question)
    assert parse(question) == asked
    for found in answers(Setting(text, (), ()), asked) or ():
        assert 0 <= found.start <= found.end <= len(text)


@pytest.mark.parametrize("text", ["how many " * 60_000, "a, 1 " * 60_000, "the the " * 60_000])
def test_long_texts_end(text: str) -> None:
    parse(text)
    answers(Setting(text[:200_000], (), ()), parse("How many goats were in the hall, and when?"))
