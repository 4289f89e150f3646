"""Who cannot speak, what is no statement, what a denial is, and where the outlet's words begin."""

from __future__ import annotations

import pytest

from rashomon import statements
from rashomon.model import Article, Statement


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


def extract(text: str) -> tuple[Statement, ...]:
    """Statements of a text in English."""
    return statements.extract(
        Article(
            id="a", page_id="p", kind="article", title=None, standfirst=None, byline=None,
            outlet=None, url=None, published=None, published_basis=None, language="en",
            text=text, ranges=None,
        )
    )  # fmt: skip


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement."""
    return [
        (one.speaker, " … ".join(text[s.start : s.end] for s in one.content))
        for one in extract(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in Dorsel asked for a bridge.",
        "None of the councils we follow has endorsed the plan.",
        "Which roads stay open will determine how the town fares.",
        "You can call it a farce. Still, describing this as a plan goes too far.",
        "The activity in Kamba indicates that the talks are near.",
        "From Brill: Point to the map: where to swim this summer.",
    ],
)
def test_no_one_has_said_this(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrell signed the order on Monday.",
        "The senator released a new budget yesterday.",
        "The two towns have disputed the meadow since 1998.",
        "Police are questioning a supplier of gas.",
        "The two ministers agreed to meet in Kamba.",
        "Lasko did not ask for the talks.",
    ],
)
def test_deeds_are_no_statements(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Ana Petrell denied that the bridge was closed.", True),
        ("Ana Petrell rejected the claim that she had closed the bridge.", True),
        ("Ana Petrell dismissed the report as false.", True),
        ("Ana Petrell did not deny that the bridge was closed.", False),
        ("Ana Petrell refused to say when the bridge would open.", False),
        ("Ana Petrell rejected a truce in the harbour.", False),
        ("Ana Petrell did not say when the bridge would open.", False),
        ("Ana Petrell ruled out a new bridge.", False),
    ],
)
def test_denied_is_said_of_truth_alone(text: str, denied: bool) -> None:
    assert [one.denied for one in extract(text)] == [denied]


def test_cue_keeps_its_negation() -> None:
    (one,) = extract("Ana Petrell did not rule out a curfew in Kamba.")
    assert one.cue == "did not rule out"


def test_an_order_that_is_denied_is_one_statement() -> None:
    text = "Ana Petrell denied that the mayor had ordered the crew to be arrested."
    assert said(text) == [("Ana Petrell", "the mayor had ordered the crew to be arrested")]


def test_two_verbs_of_one_source_are_two_statements() -> None:
    text = "Lasko rejected the claim and accused Port Ilm of theft."
    assert said(text) == [("Lasko", "the claim"), ("Lasko", "Port Ilm of theft")]


def test_what_the_outlet_adds_is_not_the_speakers() -> None:
    text = 'Ana Petrell said that the envoy "came with a map," though his office has not replied.'
    assert said(text) == [("Ana Petrell", 'the envoy "came with a map,"')]


def test_narrative_is_not_spliced_into_a_quotation() -> None:
    text = '"The fields speak for us," Ana Petrell said during a visit to the village of Brill.'
    assert said(text) == [("Ana Petrell", "The fields speak for us")]


def test_no_attribution_inside_the_words() -> None:
    text = "Lasko sees the talks as a chance to mend its ties, Deputy Minister Pavle Orsk has said."
    assert all("has said" not in words for _, words in said(text))


def test_dateline_is_no_part_of_a_source() -> None:
    text = "LASKO, May 14 (Vesna) - Kamba said that the harbour would open in June."
    assert said(text) == [("Kamba", "the harbour would open in June")]


def test_two_labels_that_one_medium_passed_on() -> None:
    text = (
        "The Senate called the trip “fruitful,” while the Treasury called it “late,” "
        "according to Reuters."
    )
    found = [((one.speaker or "").removeprefix("the "), one.via) for one in extract(text)]
    assert found == [("Senate", ("Reuters",)), ("Treasury", ("Reuters",))]


def test_one_body_has_one_name() -> None:
    text = (
        "Kamba’s border guard said that the ship had turned. The Kamba border guard said that no "
        "one was hurt. The border guard said that it would stay."
    )
    assert {speaker for speaker, _ in said(text)} == {"Kamba’s border guard"}


def test_bodies_of_two_states_stay_two() -> None:
    text = (
        "Kamba’s coast guard said that the ship had turned. The Dorsel coast guard said that it "
        "had not. The coast guard said that it would stay."
    )
    assert [speaker for speaker, _ in said(text)] == [
        "Kamba’s coast guard", "The Dorsel coast guard", "The coast guard",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "One of my top requests to the council is to mend the road.",
        "If he concludes that the road is closed, the town will wait.",
        "Ana Petrell dropped her strategy of using the road to win votes.",
        "Kamba: Osa Oram 3 goals\nDorsel: Ilo Brandt 2 goals\nKamba: Ana Polk 1 goal\n",
        "Polk added 25 points in her former home arena.",
    ],
)
def test_nouns_conditions_and_scores_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_the_main_clause_is_not_his_who_is_conceded() -> None:
    text = "While Ana Petrell said that the road was safe, she was blamed for the fall."
    assert said(text)[0] == ("Ana Petrell", "the road was safe")


def test_a_description_after_the_name_is_not_the_speaker() -> None:
    text = "Last month, Jan Okker, a reporter at the paper said that the road was closed."
    assert said(text) == [("Jan Okker", "the road was closed")]


@pytest.mark.parametrize(
    "text",
    [
        "The town was dubbed the “sick man” of the coast.",
        "The court dismissed the appeal.",
        "The sheriff wrote a letter to support the plan.",
        "The mayor needs to explain how the road was lost.",
        "Mayor Says Bridge Will Never Open Before June Votes",
    ],
)
def test_passives_rulings_and_headlines_are_no_statements(text: str) -> None:
    assert said(text) == []


def test_a_name_after_a_dash_is_the_speaker() -> None:
    text = (
        "The news spread.\n\n“I think this was the worst plan of all.” — Ana Petrell\n\nIt rained."
    )
    assert said(text) == [("Ana Petrell", "I think this was the worst plan of all.")]


def test_words_open_after_where_they_were_said() -> None:
    text = "Ana Petrell conceded at Sunday’s hearing that she had erred."
    assert said(text) == [("Ana Petrell", "she had erred")]


def test_a_source_without_a_name_is_no_one_named() -> None:
    text = (
        "Minister Ana Petrell backed the plan. A person familiar with the talks said that it would "
        "fail. “It is lost already,” this source said."
    )
    assert [speaker for speaker, _ in said(text) if speaker != "Ana Petrell"] == [
        "A person familiar with the talks", "this source",
    ]  # fmt: skip
