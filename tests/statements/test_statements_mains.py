"""Where the words end: before the main clause, the next verb of their source, the outlet's comment."""

from __future__ import annotations

import pytest
from statements_cases import said, worded


@pytest.fixture(params=["tagger", "rules"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule holds with the tagger and without."""
    if request.param == "rules":
        monkeypatch.setenv("RASHOMON_TAGGER", "0")


def words(text: str) -> list[str]:
    """What is said in a text, statement by statement."""
    return [content for _, content in worded(text)]


MAINS = [
    (
        "Although some have praised Okker for closing the old kiln at once, bakers have often"
        " grumbled that it was their only oven.",
        "Okker for closing the old kiln at once",
    ),
    (
        "Although Lind said that she would mend the weir, there is no sign of any mason.",
        "she would mend the weir",
    ),
    (
        "While Okker and her friends said that the ferry is safe, rowers have refused to board it.",
        "the ferry is safe",
    ),
    (
        "Ana Petrell, who says the bell is cracked, also rang it on Friday.",
        "the bell is cracked",
    ),
    (
        'Bo Lind, a week after vowing that "the mill stays shut," says it opens in May.',
        "the mill stays shut",
    ),
    (
        "Whereas Okker says that rye wants a wet spring, Lind says the seed is bad.",
        "rye wants a wet spring",
    ),
]
MAINS += [
    (
        "While the guild and its friends are touting this new count showing nine mills at work,"
        " that and a spoon will stir your soup.",
        "this new count showing nine mills at work",
    ),
    (
        "Keepers noted reports of six leaks in the dyke, but only one leak near Orsk has been seen.",
        "reports of six leaks in the dyke",
    ),
    (
        "Ana Petrell attacked the sale of the old ferry last spring and instead launched a raft.",
        "the sale of the old ferry last spring",
    ),
]
MAINS += [
    (
        "Lind praised Okker for holding the fair and handed the mayor a basket of eels.",
        "Okker for holding the fair",
    ),
    (
        "By reporting that the mayor has sold a barge, the Herald made many enemies in Orsk.",
        "the mayor has sold a barge",
    ),
    (
        "Noting that only one baker had come to the fair, Lind blamed the rain.",
        "only one baker had come to the fair",
    ),
    (
        "Keepers say the grey heron is rare, but the old guild argued that its feathers sell well.",
        "the grey heron is rare",
    ),
    (
        "Lind called for Ana Moss to row the ferry herself, a prospect that will alarm her friends.",
        "Ana Moss to row the ferry herself",
    ),
]
COMMENTS = [
    (
        "Petrell said she was ordering the sale of all three barges, a move rowers said would"
        " ruin them.",
        "she was ordering the sale of all three barges",
    ),
    (
        "Lind said the new lamp was “rather dim,” a mild word from a man who had dropped the old"
        " one.",
        "the new lamp was “rather dim,”",
    ),
    (
        "Okker said that the quarrel over the weir was “asleep,” with keepers also reporting that"
        " both sides had gone home.",
        "the quarrel over the weir was “asleep,”",
    ),
    (
        'Bo Lind, head of the choir, said the evening was "a flop for the tenors," the Courier'
        " reports.",
        'the evening was "a flop for the tenors,"',
    ),
]
HALVES = [
    (
        "Okker accused the guild of a “quiet theft” and derided Lind as a puppet.",
        "the guild of a “quiet theft”",
    ),
    (
        "Petrell noted that Lind “is a poor sailor” and said that “the sea was rough.”",
        "Lind “is a poor sailor”",
    ),
    (
        "Keepers said that the new fees are a “stone in the shoe” of trawlers, stressing that"
        " most boats now pay twice.",
        "the new fees are a “stone in the shoe” of trawlers",
    ),
]


@pytest.mark.parametrize(("text", "content"), MAINS + COMMENTS + HALVES)
def test_the_words_end_where_the_outlet_goes_on(text: str, content: str) -> None:
    assert content in words(text)


ALIKE = [
    (
        "Lind praised Okker for mending the weir and opening the lock.",
        "Okker for mending the weir and opening the lock",
    ),
    (
        "The plan, according to the Herald, is that nine rowers would then paint the hall.",
        "The plan … is that nine rowers would then paint the hall",
    ),
    (
        "A rower said a keeper threw her lamp to the ground, and she was accused of theft.",
        "a keeper threw her lamp to the ground, and she was accused of theft",
    ),
    # All of a list, and a place that opens the words.
    (
        "Senior clerks are calling this a fine day for Orsk, Kamba, and Brill and say the deal"
        " “keeps an old promise of the guild.”",
        "this a fine day for Orsk, Kamba, and Brill",
    ),
    (
        "Ana Moss, who keeps the pond, said in this kind of winter, the guild would let nobody"
        " skate.",
        "in this kind of winter, the guild would let nobody skate",
    ),
    # Both in the tense of told words.
    (
        "Mr. Lind said he’d warned the guild of the leak in May, and the guild had slept on it.",
        "he’d warned the guild of the leak in May, and the guild had slept on it",
    ),
    # A clause of the same voice after the comma, or one that it hangs on.
    (
        "The kiln was sold, although Lind said that if nobody came, bakers would keep it.",
        "if nobody came, bakers would keep it",
    ),
    ("Okker said that as a baker, he wanted dry wood.", "as a baker, he wanted dry wood"),
    (
        "Lind said the “old stock,” a name for her first knives, is worn.",
        "the “old stock,” a name for her first knives, is worn",
    ),
    (
        "Okker said the mayor was a “miser,” a “thief” and a “bore.”",
        "the mayor was a “miser,” a “thief” and a “bore.”",
    ),
    (
        "Petrell said that the guild had met the mayor and that it had told him the truth.",
        "the guild had met the mayor and that it had told him the truth",
    ),
    (
        "Okker, who says the mill is old, thinks it is the oldest in the county.",
        "the mill is old",
    ),
]


@pytest.mark.parametrize(("text", "content"), ALIKE)
def test_words_that_are_their_own_stay(text: str, content: str) -> None:
    assert content in words(text)


def test_the_second_verb_has_its_own_words() -> None:
    found = said("Petrell noted that Lind “is a poor sailor” and said that “the sea was rough.”")
    assert ("Petrell", "the sea was rough.") in found
