"""What changed between two versions of an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import make_article
from rashomon.views import versions

OLD = "The ferry sank at noon.\n\nFour people were hurt, the harbour office said.\n\nIt rained."
NEW = "The ferry sank at noon.\n\nSix people were hurt, the harbour office said on Monday.\n\nIt rained."


def test_words_are_shown_as_added_and_removed_within_what_stayed() -> None:
    (change,) = versions.changes(OLD, NEW)
    assert [(run.edit, run.text.strip()) for run in change] == [
        ("same", "The ferry sank at noon."),
        ("removed", "Four"),
        ("added", "Six"),
        ("same", "people were hurt, the harbour office"),
        ("removed", "said."),
        ("added", "said on Monday."),
        ("same", "It rained."),
    ]


def test_a_version_counts_words_and_goes_from_the_earlier_to_the_later() -> None:
    old = make_article(OLD, title="Ferry sinks", published="2031-05-03")
    new = make_article(NEW, title="Ferry sinks, six hurt", published="2031-05-04")
    for made in (versions.version(new, old, other_first=True),
                 versions.version(old, new, other_first=False)):  # fmt: skip
        assert (made.earlier.article_id, made.later.article_id) == (old.id, new.id)
        assert made.changes[0][-1].text.strip() == "sinks, six hurt"
        assert (made.added, made.removed) == (7, 3)
        assert made.unshown == 0


def test_changes_far_apart_are_apart_and_say_that_words_lie_between() -> None:
    middle = " ".join(f"word{n}" for n in range(80))
    one, two = versions.changes(f"red {middle} blue", f"green {middle} yellow")
    assert one[-1].text.endswith("…")
    assert two[0].text.startswith("…")


def test_white_space_alone_is_no_change() -> None:
    assert versions.changes("One line.\n\nTwo lines.", "One line.\nTwo  lines.\n") == []


def test_texts_too_long_to_compare_are_shown_whole() -> None:
    old = " ".join(f"a{n}" for n in range(1_500))
    new = " ".join(f"b{n}" for n in range(1_500))
    (change,) = versions.changes(old, new)
    assert [(run.edit, run.text.strip()) for run in change] == [("removed", old), ("added", new)]


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_changes_hold_the_words_of_both(old: str, new: str) -> None:
    for change in versions.changes(old, new):
        before = "".join(r.text for r in change if r.edit != "added").replace("…", "").split()
        after = "".join(r.text for r in change if r.edit != "removed").replace("…", "").split()
        assert " ".join(before) in " ".join(old.split()) or not before
        assert " ".join(after) in " ".join(new.split()) or not after
    if old.split() == new.split():
        assert not versions.changes(old, new)
