"""Where the words of a statement begin and end."""

from __future__ import annotations

import pytest
from statements_cases import worded as found


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Okker claims that on a raft in the spring, while the others slept, Lind lost the lamp.",
            "on a raft in the spring, while the others slept, Lind lost the lamp",
        ),
        (
            "Bakers say the rule is simple: it can be waived for a week.",
            "the rule is simple: it can be waived for a week",
        ),
        ("Okker warned two cooks that the soup was hot.", "the soup was hot"),
        (
            "The guild informed Petrell there was talk that the bell had been sold.",
            "there was talk that the bell had been sold",
        ),
        ("Moss assured visitors on the quay that the tide is late.", "the tide is late"),
        (
            "Okker said that the kiln had cooled, and last month a crane was dropped on it.",
            "the kiln had cooled",
        ),
        (
            "Petrell said the lamp was lit but the guild did not explain by whom.",
            "the lamp was lit",
        ),
        (
            "BRILL (AFP) The choir will sing in the old mill, its leader Ana Petrell said Sunday.",
            "The choir will sing in the old mill",
        ),
        (
            'Sen. Bo Lind said he was "rather tired" of the bells Monday on Radio Brill.',
            'he was "rather tired" of the bells',
        ),
        ("The cook now says the soup was cold.The guests left early.", "the soup was cold"),
        ("Okker said that would spoil the bread.", "that would spoil the bread"),
        (
            "Two tunnels are flooded, according to the Herald, so it seems that trains will wait.",
            "Two tunnels are flooded",
        ),
        (
            "The mason said that the tower is “as good as new,” a departure from her first report.",
            "the tower is “as good as new,”",
        ),
        (
            "Rangers said that the path is safe, and the two guides said it was steep.",
            "the path is safe",
        ),
        (
            "The book also asserts that bees need clover, a claim most gardeners have doubted.",
            "bees need clover",
        ),
        (
            "Okker praised the new oven in the guild hall, which is cold.",
            "the new oven in the guild hall",
        ),
        (
            "Okker urged the cooks to stop the enormous waste of bread – even as he blamed the guests.",
            "the cooks to stop the enormous waste of bread",
        ),
        (
            "The oven was hot by noon, Lind said, and “crowned” the day as the guests came in.",
            "The oven was hot by noon … and “crowned” the day as the guests came in",
        ),
        (
            '"We sang well, and the hall was full," Lind said, noting the songs they chose were old '
            "hymns, ballads and marches.",
            "We sang well, and the hall was full",
        ),
        (
            "Bakers have threatened to put out a fire that the cooks have used since June.",
            "to put out a fire that the cooks have used since June",
        ),
        (
            "Petrell said in a note that the talk that he left the guild early is false.",
            "the talk that he left the guild early is false",
        ),
        (
            "Okker said nearly half of the loaves were burnt.",
            "nearly half of the loaves were burnt",
        ),
        ("The cook has denied burning the bread, as the guests allege.", "burning the bread"),
        (
            "Bo Lind told the Courier that baking the many loaves for the guild would be hard work.",
            "baking the many loaves for the guild would be hard work",
        ),
        (
            "After playing “Song To The Streets,” the singer told the hall, “that was fun, and now we "
            "shall have some tea.”",
            "that was fun, and now we shall have some tea.",
        ),
        (
            'Petrell portrayed the cook as having a "lack of salt" in a talk on Radio Brill.',
            'the cook as having a "lack of salt"',
        ),
        ("She mocked the brass band when it rained in June.", "the brass band"),
    ],
)
def test_the_words_are_whole_and_no_more(text: str, words: str) -> None:
    assert words in [given for _, given in found(text)]


def test_when_a_report_came_out_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_TAGGER", "1")
    text = (
        "According to the yearly report, released by the guild on 16 May, the oven stands at nine "
        "feet and weighs two tons."
    )
    ((_, given),) = found(text)
    assert given == "the oven stands at nine feet and weighs two tons"


def test_another_with_words_of_his_own() -> None:
    text = "The mill has denied any theft and Lind has often said that the flour was counted."
    assert [given for _, given in found(text)] == ["any theft", "the flour was counted"]


def test_somebody_cited_as_saying_something() -> None:
    text = "The Courier cited a baker as saying the flour was old."
    (one, given), *_ = found(text)
    assert given == "the flour was old"
    assert one.speaker == "a baker"
    assert one.via[0].endswith("Courier")


def test_pilots_cited_saying_something() -> None:
    text = "The Courier cited two retired pilots saying that the strait is calm."
    (one, given), *_ = found(text)
    assert (one.speaker, given) == ("two retired pilots", "the strait is calm")


def test_a_clause_between_two_dashes_ends_at_the_second() -> None:
    text = "Lind's neighbour -- who has praised the choir and mocked its songs -- sings no more."
    assert all("no more" not in given for _, given in found(text))
