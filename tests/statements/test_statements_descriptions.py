"""Descriptions, pronouns and long subjects that mean someone named elsewhere in the article."""

from __future__ import annotations

import pytest

from rashomon import names, statements
from rashomon.model import Article


def speakers(text: str) -> list[str | None]:
    """The speakers of a text's statements in order, with the names stage's own mentions."""
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None, outlet=None,
        url=None, published=None, published_basis=None, language="en", text=text, ranges=None,
    )  # fmt: skip
    return [made.speaker for made in statements.extract(article, names.mentions(article))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Party and state, as news puts them behind a name and before a noun.
        ("Sen. Maud Okker (D-Ohio) opened the dam. The Ohio Democrat said that it would hold.",
         "Maud Okker"),
        ("Sen. Maud Okker (D-Ohio) opened the dam with Sen. Karl Brill (R-Utah). "
         "The Utah Republican said that it would hold.", "Karl Brill"),
        # Age.
        ("Maud Okker, 56, was hired last night. The club paid nothing.\n\n"
         "The 56-year-old said that she was glad.", "Maud Okker"),
        # An office of which nothing is known goes to whom the sentence before is about.
        ("Okker has long fought the dam, and Maud Okker knows it. Maud Okker opened the gate on "
         "Monday. The governor said that it would hold.", "Maud Okker"),
        # Bodies by the words beside their name, and by what the text is about.
        ("Harvane Airlines, an airline in Brill, lost money. The airline said that fares would rise.",
         "Harvane Airlines"),
        ("Pelmar Corp lost money last year. The company said that prices would rise.",
         "Pelmar Corp"),
    ],
)  # fmt: skip
def test_a_description_is_the_one_it_fits(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maud Okker met a senior official. A diplomat said that talks had failed. "
         "The diplomat said that they would go on.", "A diplomat"),
        ("Sen. Maud Okker (D-Ohio) opened the dam. The Utah Republican said that it would hold.",
         "The Utah Republican"),
        ("Maud Okker, 56, was hired. The 31-year-old said that it was late.", "The 31-year-old"),
        ("Gov. Maud Okker opened the dam. The senator said that it would hold.", "The senator"),
    ],
)  # fmt: skip
def test_what_does_not_fit_stays_as_written(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Okker wrote that Arne Brill had lied, and Brill hit back. He mocked Okker as weak.",
         "Arne Brill"),
        ("Karl Okker left early. One student told the paper of a party. He said that it was loud.",
         "One student"),
        ("The harbour rebels kept the gate. Then, court filings say, the guards fled. The lawyers "
         "met on Monday. They said that the gate was safe.", "The lawyers"),
        ("Karl Okker died in May. His family issued a note on Friday. They said that he was brave.",
         "His family"),
    ],
)  # fmt: skip
def test_a_pronoun_is_not_whom_it_speaks_of(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour council ripped into the plan on Monday, saying that it was a fraud.",
         "The harbour council"),
        ("Governor Maud Okker echoed that on Monday, blaming the flood on the port.", "Maud Okker"),
        ("“It is old,” said Karl Okker, chairman and chief executive of the Brill Traders Union.",
         "Karl Okker"),
        ("One of the port's lawyers, Maud Ellen Okker, said that the case was closed.",
         "Maud Ellen Okker"),
    ],
)  # fmt: skip
def test_a_source_ends_before_its_verb(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_spokeswoman_does_not_make_a_woman_of_whom_she_speaks_for() -> None:
    text = (
        "Karl Okker, through a spokeswoman, declined to speak. Karl Okker was fined in May. "
        "“I am no liar,” he said."
    )
    assert speakers(text)[-1] == "Karl Okker"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It was loud,” said another guest at the inn, former keeper Maud Ellen Okker.",
         "Maud Ellen Okker"),
        ("Maud Okker, who wrote a book on locks called “The Gate,” said she doubts that it holds.",
         "Maud Okker"),
        ("The port clerks and Governor Maud Okker believe that the gate holds.",
         "The port clerks and Governor Maud Okker"),
        ("A complaint filed with the Harbour Court alleged that the gate was stuck.",
         "A complaint"),
        ("The gate is stuck, according to figures released by Pelmar in May.",
         "figures released by Pelmar"),
        ("However, in a note to the port, a spokesman for the council did not take it back, saying: "
         "“Our figures hold and we stand by each of them.”", "a spokesman for the council"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def ways(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Speaker and way of each statement of a text."""
    article = Article(
        id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None, outlet=None,
        url=None, published=None, published_basis=None, language="en", text=text, ranges=None,
    )  # fmt: skip
    return [(s.speaker, s.via) for s in statements.extract(article, names.mentions(article))]


def test_an_interview_does_not_hold_for_another_occasion() -> None:
    found = ways(
        "In an interview with the Brill Courier, Maud Okker said that the gate was stuck. "
        "Okker said that it was old.\n\nDuring the council hearing, Okker said that it would hold."
    )
    assert [bool(way) for _, way in found] == [True, True, False]


def test_two_clauses_of_one_sentence_are_not_nested() -> None:
    found = ways("Karl Brill denied that he had lied, and Maud Okker has said that he was late.")
    assert ("Maud Okker", ()) in found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Pelmar Corp lost money. It sought to cut costs. It said that it had erred in May.",
         "Pelmar Corp"),
        ("So a lawyer for Brill — who had said that it was open — left.", "a lawyer for Brill"),
        ("CNN sued the port on Monday. The cable news network said that the ban was wrong.", "CNN"),
        ("The man ate a hare, according to the news agency Xinhua. He is ill, the agency said.",
         "Xinhua"),
        ("The envoys, Mr. Ko's adviser Chung Bo-ran and two others, left. Mr. Chung told reporters "
         "that he was glad.", "Chung Bo-ran"),
    ],
)  # fmt: skip
def test_who_it_is_further_back(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A clause's own subject is not whom "they" means who say it.
        ("Two keepers left. The port clerks must go, they say.", "Two keepers"),
        ("Karl Brill fell ill, and Lou Okker wrote on it. Brill, who was hired last year, kept a "
         "record of a talk with Okker in which he says that the dam is weak.", "Karl Brill"),
        ("“My child is well,” said the boy's mother, Dana Brill.\n\nPaul Okker was at the gate. "
         "He said that he saw it all.", "Paul Okker"),
        ("Karl and Dana Brill of Dorsel told the paper they were glad.", "Karl and Dana Brill of Dorsel"),
        ("Karl Brill handed Lou Okker a ball and said that the next move was his.", "Karl Brill"),
    ],
)  # fmt: skip
def test_the_subject_before_others(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The woman accusing harbour nominee Karl Brill of theft says that she is tired.",
         "The woman accusing harbour nominee Karl Brill of theft"),
        ("Opponents of Judge Brill say that the port is rushing it.", "Opponents of Judge Brill"),
        ("The Democrats met. Many Democrats say that the bill is dead.", "Many Democrats"),
        ("Town papers and broadcasters mocked the plan, saying that it was late.",
         "Town papers and broadcasters"),
        ("About 6,000 migrants are now in the field. They said that they would wait.",
         "6,000 migrants"),
        ("It was met by Karl Brill, the head of the party in Dorsel, who suggested that it was late.",
         "Karl Brill"),
    ],
)  # fmt: skip
def test_a_name_inside_a_description_is_not_its_bearer(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dorsel Republicans argue that it is late.", "Dorsel Republicans"),
        ("It was a move Republicans said came late.", "Republicans"),
        ("Save Brill DC said that it would march.", "Save Brill DC"),
        ("Ada Fox spoke. But in the larger landscape, Karl Brill cast doubt on it. “There are "
         "fourteen cases in the courts,” he said.", "Karl Brill"),
    ],
)  # fmt: skip
def test_names_in_longer_phrases(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_paper_by_its_whole_name_is_the_way() -> None:
    found = ways("In a long interview with USA TODAY, Ada Brill said that the gate was old.")
    assert found == [("Ada Brill", ("USA Today",))]
