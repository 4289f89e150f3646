"""What looks like a statement and is none, whose words are whose, and where they end."""

from __future__ import annotations

import pytest

from rashomon import statements
from rashomon.model import Article, Statement


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


def extract(text: str, language: str = "en") -> tuple[Statement, ...]:
    """Statements of a text."""
    return statements.extract(
        Article(
            id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
            outlet=None, url=None, published=None, published_basis=None, language=language,
            text=text, ranges=None,
        )
    )  # fmt: skip


def said(text: str, language: str = "en") -> list[tuple[str | None, str]]:
    """Speaker and words of each statement."""
    return [
        (one.speaker, " … ".join(text[s.start : s.end] for s in one.content))
        for one in extract(text, language)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We recommend that you book the ferry early.",
        "Did the harbour master say that the quay was safe?",
        "Why did nobody tell Petrell that the quay had sunk.",
        "Even the keenest anglers would admit that the lake is empty.",
        "Okker is expected to announce that the mill will close.",
        "The mill hired two hundred hands, suggesting that orders have picked up.",
        "The visit suggests that the two ports have made up.",
        "She plays for a club called the Herons.",
        "The dean has since changed the nickname.",
        "It was clear that the vote would fail.",
        "A clerk who heard the complaints passed them on.",
        "Okker said goodbye.",
        "Petrell told the panel three stories.",
        "Okker repeated that claim in a letter.",
        "Not one farmer said the dam had held.",
        "The mill is said to be closing.",
        "Kamba claimed the northern seat.",
        "If the farmers want the dam, they must pay.",
    ],
)
def test_nobody_said_this(text: str) -> None:
    assert said(text) == []


def test_who_rejects_a_claim_does_not_make_it() -> None:
    found = extract("Okker rejected claims that the quay was unsafe.")
    assert [(one.speaker, one.cue, one.denied) for one in found] == [("Okker", "rejected", True)]


def test_the_owner_of_a_claim_makes_it() -> None:
    text = "Petrell denied Okker's claim that he had left the port."
    found = {(one.speaker, one.cue): one for one in extract(text)}
    assert found["Petrell", "denied"].denied
    assert all(one.speaker != "Petrell" for one in found.values() if one.cue != "denied")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Until the flood, the gate was no topic, said Bo Lind, a keeper at the dam.", "Bo Lind"),
        ("“It is hard,” Rika Hasso, a clerk at the port of Brill, Velmark, and a poet, said.",
         "Rika Hasso"),
        ("Rep. Mika Simm (R-Dorsel), who sits on the dam panel, said he is tired of it.",
         "Mika Simm"),
        ("Velmark’s interior minister said the border would open.", "Velmark’s interior minister"),
        ("The clerks spoke before the council, and Mr. Lind said he agreed with the plan.",
         "Lind"),
    ],
)  # fmt: skip
def test_who_the_speaker_is(text: str, speaker: str) -> None:
    assert [who for who, _ in said(text)] == [speaker]


def test_a_possessive_title_is_left_as_written() -> None:
    text = (
        "Foreign Minister Bo Lind of Velmark met reporters in Brill. Kamba turned the offer down. "
        "“We will not sign it,” its foreign minister said."
    )
    assert said(text) == [("its foreign minister", "We will not sign it")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to Bo Lind, a keeper at the dam, the gate is stuck.", "the gate is stuck"),
        ("Okker told them the gate was stuck.", "the gate was stuck"),
        ("Okker argued for years that the gate was stuck.", "the gate was stuck"),
        ("Okker said Wednesday's vote had been fair.", "Wednesday's vote had been fair"),
        ("Petrell blasted the plan in a memo on Monday.", "the plan"),
        ("Petrell said it was a hard vote, but she maintained that it had been fair.",
         "it was a hard vote"),
    ],
)  # fmt: skip
def test_where_the_words_begin_and_end(text: str, words: str) -> None:
    assert said(text)[0][1] == words


def test_a_quotation_after_reported_words_is_the_same_persons() -> None:
    text = "Petrell said that she sided with the farmers. “They were here before the dam was.”"
    assert said(text) == [
        ("Petrell", "she sided with the farmers"),
        ("Petrell", "They were here before the dam was."),
    ]


def test_a_part_goes_to_the_nearer_cue() -> None:
    text = "“You lack the hands for it,” Lind said, to which Petrell replied: “Oh, I do.”"
    assert said(text)[0] == ("Lind", "You lack the hands for it")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Netflix bringt die Serie „Die Reiter vom See“ zurück.", 0),
        ("Er sagte: „Wir werden das nicht hinnehmen.“", 1),
        ("„Das nehmen wir so nicht hin“, sagte er.", 1),
    ],
)
def test_titles_in_languages_without_rules_are_no_quotations(text: str, count: int) -> None:
    found = said(text, "de")
    assert len(found) == count
    assert all(who is None for who, _ in found)
