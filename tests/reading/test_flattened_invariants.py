"""What holds for any text: nothing lost, nothing made up, the same twice, no crash, no hang."""

from __future__ import annotations

import random

import pytest
from flattened_stories import BRIDGE, FERRY, VOTE, read
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Reading

LINES = st.sampled_from([
    *FERRY[1], *BRIDGE[1], VOTE[0], VOTE[1][0], "", "", "Read more", "Advertisement", "3 hours ago", "By Ada Quill", "• Home", "* * *", "Comments (3)",
    "المجلس يصوت على بيع المسرح القديم بعد نقاش طويل استمر حتى منتصف الليل.", "市议会周一晚间投票决定出售旧剧院。市长表示，该镇无力承担新屋顶的费用。", "สภาเมืองลงมติขายโรงละครเก่าเมื่อคืนวันจันทร์",
    "The roof would cost four million, and the […]", "\ud800", "\x00", "\u200b", "=====",
])  # fmt: skip


def check(text: str) -> Reading:
    """The reading of `text`, after what must hold for every one of them."""
    reading = read(text)
    covered = [False] * len(text)
    taken: list[tuple[int, int]] = []
    for article in reading.articles:
        assert article.ranges
        assert article.text == "\n\n".join(text[s:e] for s, e in article.ranges)
        assert article.standfirst is None or article.text.startswith(article.standfirst)
        taken += article.ranges
    taken += [r.range for r in reading.rejected if r.range]
    for start, end in taken:
        assert 0 <= start < end <= len(text)
        for k in range(start, end):
            assert not covered[k], "two parts of a page overlap"
            covered[k] = True
    assert all(done or text[k].isspace() for k, done in enumerate(covered))
    assert [a.place for a in reading.articles] == list(range(len(reading.articles)))
    assert len({a.id for a in reading.articles}) == len(reading.articles)
    return reading


@given(st.lists(LINES, max_size=40).map("\n".join))
@settings(max_examples=80, deadline=None)
def test_pages_of_mixed_lines(text: str) -> None:
    check(text)


@given(st.text(max_size=400))
@settings(max_examples=80, deadline=None)
def test_arbitrary_text(text: str) -> None:
    check(text)


def test_reading_twice_gives_the_same() -> None:
    text = "\n\n".join((FERRY[0], *FERRY[1], BRIDGE[0], *BRIDGE[1]))
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "x" * 2_000_000,
        "(" * 50_000 + "a.b" * 50_000,
        "Same line again and again, with nine words in it.\n" * 5_000,
        "a\n" * 4_000,
        "\n" * 100_000 + "end",
        " 7 August 2025" * 20_000,
        "3" * 60 + " the quay",  # found by fuzzing: took for ever
        "Comments " + "3" * 60 + " x",
        "Read more\n" + "\0" * 5 + "3" * 48 + " t\n",
    ],
    ids=[
        "words",
        "letters",
        "brackets",
        "repeats",
        "short lines",
        "empty lines",
        "dates",
        "digits",
        "digits after a word",
        "digits after zeros",
    ],
)
def test_long_and_odd_pages_come_to_an_end(text: str) -> None:
    reading = read(text)
    assert reading.articles or reading.rejected


def test_chinese_article_is_found() -> None:
    lead = "市议会周一晚间投票决定出售旧剧院，该剧院自屋顶在风暴中受损以来一直空置。十一名议员投票赞成出售，八名反对，辩论一直持续到午夜之后。"
    more = "市长表示，该镇无力承担新屋顶四百万的费用，并称已有两名买家表示有兴趣。演员协会称这一决定是背叛，并宣布将请求法院在月底之前阻止出售。"
    reading = check(
        f"市议会投票出售旧剧院\n\n{lead}\n\n{more}\n\n{lead[:30]}该剧院于一九〇四年开业。"
    )
    assert lead in "".join(a.text for a in reading.articles)


def test_shuffled_lines_never_break() -> None:
    lines = [
        *FERRY[1],
        *BRIDGE[1],
        *VOTE[1],
        FERRY[0],
        BRIDGE[0],
        "Read more",
        "Share",
        "5 min read",
    ]
    for seed in range(10):
        random.Random(seed).shuffle(lines)
        check("\n\n".join(lines))
