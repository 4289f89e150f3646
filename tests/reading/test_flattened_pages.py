"""Pages of several kinds, written by hand: the right articles, whole, and names for the rest."""

from __future__ import annotations

import pytest
from flattened_stories import BRIDGE, FERRY, VOTE, body, read

from rashomon.model import Article, Reading


def full(reading: Reading) -> list[Article]:
    return [a for a in reading.articles if a.kind == "article"]


def reasons(reading: Reading, words: str) -> set[str]:
    """The reasons under which text with `words` was rejected."""
    return {
        r.reason for r in reading.rejected if r.range and words in reading.text[slice(*r.range)]
    }


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_three_plain_articles(gap: str) -> None:
    page = (gap * 2).join(
        gap.join((title, *paragraphs)) for title, paragraphs in (FERRY, BRIDGE, VOTE)
    )
    found = full(read(page))
    assert [a.title for a in found] == [FERRY[0], BRIDGE[0], VOTE[0]]
    assert [a.text for a in found] == [body(*s[1]) for s in (FERRY, BRIDGE, VOTE)]


def test_aggregator_with_ages_and_bodies_on_one_line() -> None:
    page = (
        f"logo\n{FERRY[0]}\n\n{FERRY[0]}\n\nMeridian News2 days ago\n" + "\n".join(FERRY[1]) + "\nShare\n\nComments\n\nNo comments yet...\n\nRelated Articles\n\n"
        f"{BRIDGE[0]}\n{BRIDGE[0]}\n\nNorthern Post\n\ntime28 minutes ago\n\n  • Northern Post\n\n{BRIDGE[0]}\n\n{' '.join(BRIDGE[1])}\n\n"
        f"{VOTE[0]}\n{VOTE[0]}\n\nNorthern Post\n\ntimean hour ago\n\n  • Northern Post\n\n{VOTE[0]}\n\n{' '.join(VOTE[1])}\n\nDOWNLOAD THE APP\n"
    )  # fmt: skip
    reading = read(page)
    found = full(reading)
    assert [a.title for a in found] == [FERRY[0], BRIDGE[0], VOTE[0]]
    assert [a.text for a in found] == [body(*FERRY[1]), " ".join(BRIDGE[1]), " ".join(VOTE[1])]
    assert [a.outlet for a in found] == ["Meridian News", "Northern Post", "Northern Post"]
    ages = [[h.value for h in a.hints if h.kind == "age"] for a in found]
    assert ages == [["P2D"], ["PT28M"], ["PT1H"]]
    assert all(a.published is None for a in found)
    assert "comment" in reasons(reading, "No comments yet")


def test_archive_of_teasers_and_bodies() -> None:
    standfirst = "The harbour towns had not been linked by boat since the spring of 2023"
    lead = f"{standfirst} {FERRY[1][0]} Harbour master Ilse Marchetti said the first […]"
    other = f"Nobody in the valley remembers a flood like it {BRIDGE[1][4]} Divers have found that the […]"
    advert = "Whether your terrace is wide or narrow, you rest better there once you own a seat made to your measure. Your back will thank you. It […]"
    page = "\n".join([other, advert, lead, standfirst, *FERRY[1]])
    reading = read(page)
    assert [a.kind for a in reading.articles] == ["teaser", "sponsored", "teaser", "article"]
    assert body(*FERRY[1]) in full(reading)[0].text or full(reading)[0].text == body(*FERRY[1])


def test_newspaper_page_with_card_and_life() -> None:
    card = "Why the theatre should stay where it is"
    cut = "The town has had a stage since 1904, and each time there was no money for it somebody found some. This year nobody looked. The council argues that the roof alone would cost four million, and leaves out what an empty house at the market square will cost in the years to co"
    page = (
        f"News Feed\n\n{FERRY[0]}\n\n3 min read\n{FERRY[0]}\nPassengers board the ferry in Port Elder, on July 16, 2018. (Ben Hoy / Corvid Wire via Pictures)\n\n"
        "Editor's note: This report was updated after the harbour master had spoken.\n\n" + "\n\n".join(FERRY[1])
        + f"\n\n{card}\n{cut}\nLead picture\nPortrait\nJo Marsh\n\nSenior Reporter\n\nJo Marsh is a senior reporter at The Quayside Gazette. She lives in Harrowgate and covers the harbour.\n\nRead more\nNews Feed\nShow More"
    )  # fmt: skip
    reading = read(page)
    (article,) = full(reading)
    assert article.title == FERRY[0]
    assert article.text == body(*FERRY[1])
    assert article.outlet == "The Quayside Gazette"
    assert article.byline == "Jo Marsh"
    assert article.published is None  # the only whole date stands in a caption
    assert any(p.kind == "updated" for p in article.provenance)
    assert [a.kind for a in reading.articles if card == a.title] in ([], ["teaser"])
    assert reasons(reading, "Ben Hoy") == {"caption"}
    assert reasons(reading, "is a senior reporter") == {"bio"}


def test_boxes_in_the_middle_are_cut_out() -> None:
    f, b = FERRY[1], BRIDGE[1]
    page = "\n\n".join([
        FERRY[0], f[0], f[1], f"Read more\n\nHarbour master Ilse Marchetti.\n{VOTE[0]}", *f[2:], BRIDGE[0], b[0], b[1], "", f"READ MORE: {VOTE[0]}", *b[2:],
    ])  # fmt: skip
    reading = read(page)
    assert [a.text for a in full(reading)] == [body(*f), body(*b)]
    assert reasons(reading, VOTE[0]) == {"embed"}


@pytest.mark.parametrize("label", ["Harbour votes", "Background"])
def test_a_link_run_together_with_its_label_heads_nothing(label: str) -> None:
    title, b = BRIDGE
    link = f"{label}:Repairs are expected to cost nine million crowns"
    [article] = full(read("\n\n".join([title, *b[:3], link, *b[3:]])))
    assert article.title == title
    assert article.text.startswith(b[0])
    assert article.text.endswith(b[-1])


def test_an_article_printed_twice_is_two_rows() -> None:
    once = "\n\n".join((FERRY[0], *FERRY[1]))
    page = f"{once}\n\n{once}\n\n" + "\n\n".join((BRIDGE[0], *BRIDGE[1]))
    found = full(read(page))
    assert [a.title for a in found] == [FERRY[0], FERRY[0], BRIDGE[0]]
    assert found[0].text == found[1].text == body(*FERRY[1])
    assert found[0].id != found[1].id


def test_wire_list_with_datelines_and_credits() -> None:
    def item(story: tuple[str, tuple[str, ...]], place: str) -> str:
        lead = f"{place}, Aug. 7 (Corvid Wire) -- {story[1][0]}"
        return "\n".join(
            (story[0], lead, *story[1][1:], "(Reporting by Ada Quill; Editing by Tom Bray)")
        )

    reading = read(
        "\n\n".join((item(FERRY, "HARROWGATE"), item(BRIDGE, "LINDHOLM"), item(VOTE, "QUAYSIDE")))
    )
    found = full(reading)
    assert [a.title for a in found] == [FERRY[0], BRIDGE[0], VOTE[0]]
    for article in found:
        assert any(h.kind == "partial" and h.value == "--08-07" for h in article.hints)
        credits = [p.value for p in article.provenance if p.kind == "credit"]
        assert "Corvid Wire" in credits
        assert any("Ada Quill" in c for c in credits)
        assert article.published is None
    assert reasons(reading, "Tom Bray") == {"credit"}


def test_date_line_gives_the_date_and_its_basis() -> None:
    page = f"{FERRY[0]}\n\nBy Ada Quill\n\n7 August 2025\n\n" + "\n\n".join(FERRY[1])
    (article,) = full(read(page))
    assert (article.published, article.published_basis) == ("2025-08-07", "date line")
    assert article.byline == "Ada Quill"


def test_original_address_and_disclaimer() -> None:
    page = "\n\n".join(
        (
            VOTE[0],
            *VOTE[1],
            "Original: https://www.example.org/article/17/",
            "Statement: This piece represents the opinion of its writer; readers may answer it underneath.",
        )
    )
    reading = read(page)
    (article,) = full(reading)
    assert article.url == "https://www.example.org/article/17/"
    assert [(p.kind, p.value) for p in article.provenance] == [("original", article.url)]
    assert article.text == body(*VOTE[1])
    assert reasons(reading, "opinion of its writer") == {"disclaimer"}


def test_comments_that_quote_are_comments() -> None:
    thread = "".join(
        f'harbour_rat{k}\n{k + 3} min\n"{FERRY[1][k % 6]}"\nAnd who pays for it? We do.\nReply  {k} likes\n\n'
        for k in range(8)
    )
    reading = read(
        f"The Quayside Gazette\n\n{FERRY[0]}\n\n"
        + "\n\n".join(FERRY[1])
        + f"\n\n8 comments\nSort by newest\n\n{thread}Load more comments\n"
    )
    assert [a.text for a in full(reading)] == [body(*FERRY[1])]


def test_a_page_of_furniture_has_no_article() -> None:
    reading = read(
        "Home\nWorld\nSport\nSign in\n\nWe use cookies to make this site work. Whoever reads on accepts them.\nAccept all\n\n© 2024 Penhaligon Media Ltd. All rights reserved.\n"
    )
    assert reading.articles == ()
    assert reading.rejected


def test_empty_page_is_named() -> None:
    reading = read(" \n\n\t")
    assert [(r.range, r.reason) for r in reading.rejected] == [(None, "empty")]
