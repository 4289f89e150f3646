"""Headlines that judge, and headlines that lead elsewhere."""

from __future__ import annotations

from contrast_builders import Tellings

from rashomon.contrasts import headline_angles, settings


def headed(*titles: str, days: tuple[str, ...] = ()) -> Tellings:
    tellings = Tellings()
    for n, (outlet, title) in enumerate(zip(("Ledger", "Courier", "Post"), titles, strict=False)):
        day = days[n] if days else "2031-05-12"
        tellings.add(f"It rained in {outlet} town.", outlet, day, title=title)
    return tellings


def test_a_headline_that_judges_beside_a_plain_one() -> None:
    tellings = headed("Orlan snubs ferry owners", "Orlan meets ferry owners in Sarn")
    (found,) = tellings.found()
    assert (found.kind, found.topic) == ("wording", "How the headlines put it: “snubs”")
    assert [t.field for t in found.tellings] == ["title", "title"]
    assert [t.reading for t in found.tellings] == ["“snubs”", "no such word"]


def test_words_that_the_headline_quotes_or_that_name_an_event_do_not_judge() -> None:
    quoting = headed("Orlan calls ferry plan a “disaster”", "Orlan on new ferry plan")
    assert quoting.found() == ()
    quarrel = headed("Orlan slams ferry owners in Sarn", "Orlan meets ferry owners in Sarn")
    assert quarrel.found() == ()
    assert headed("Ten hurt in blast at ferry dock", "Ten hurt at ferry dock").found() == ()


def test_comment_is_not_compared_with_news() -> None:
    for title in (
        "Opinion: Orlan betrays the ferry towns of the strait",
        "Why Orlan caved in to the ferry owners",
        "My father betrayed the ferry owners, as Orlan does",
    ):
        assert headed(title, "Orlan meets ferry owners in Sarn").found() == ()


def test_headlines_that_put_other_things_first() -> None:
    apart = (
        "Orlan names the harbor a strategic site despite protests",
        "Orlan drops river cleaning from budget paper",
    )
    (found,) = headed(*apart).found()
    assert found.topic == "What the headlines put first"
    assert headed(*apart, days=("2031-05-12", "2031-05-19")).found() == ()
    assert headed("Orlan opens new harbor", "New harbor opened by Orlan").found() == ()


def test_a_hedge_a_turn_and_another_actor_widen_the_angle() -> None:
    flat, hedged, turned = (
        headed(*titles).articles
        for titles in (
            ("Orlan opens harbor gates", "Orlan shuts river market in Sarn"),
            ("Orlan opens harbor gates", "Report: Orlan shuts river market in Sarn"),
            ("Orlan opens harbor gates", "Traders warn Orlan over river market in Sarn"),
        )
    )
    angles = [headline_angles.angle(*pair) for pair in (flat, hedged, turned)]
    assert None not in angles
    assert angles == sorted(angles)
    assert len(set(angles)) == 3


def test_headlines_without_a_common_word_are_not_compared() -> None:
    assert (
        headline_angles.angle(*headed("Orlan opens harbor", "Rain in the hills").articles) is None
    )


def test_long_and_missing_headlines_are_passed_over() -> None:
    assert headed("Orlan slams " + "x" * 400, "Orlan meets ferry owners").found() == ()
    assert settings.MOST_HEADLINES >= 2


def test_one_act_of_one_actor_is_no_difference() -> None:
    for titles in (
        (
            "Orlan sues ferry owners of the strait",
            "Orlan files suit over harbor tolls, ferry owners",
        ),
        ("Seven dead as storm hits Sarn coast", "Sarn storm kills eight, cuts bridges in north"),
        ("Sarn mourns captain Lund at the harbor", "Captain Lund: funeral brings rivals together"),
    ):
        one, two = headed(*titles).articles
        assert headline_angles.same_act(one, two)
        assert headed(*titles).found() == ()


def test_one_act_of_two_actors_or_with_a_turn_is_one() -> None:
    for titles in (
        ("Fishermen sue over ferry tolls", "Orlan critics sue over ferry tolls in harbor"),
        ("Orlan sues ferry owners", "Orlan sues ferry owners despite promises on harbor tolls"),
        ("Orlan sues ferry owners", "Shameful: Orlan sues ferry owners of the strait"),
    ):
        one, two = headed(*titles).articles
        assert not headline_angles.same_act(one, two)
