"""Lists of links that stand inside a sentence."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text import links
from rashomon.text.links import link_lists, without_links

GLUED = (
    "Sen. Bo Lind Bo Arne LindHarbour master quits over dredging row Five things to know about "
    "the ferry MORE (D-Kamba) urged the mayor to resign."
)


def test_a_list_behind_a_name_is_left_out():
    text, holes = without_links(GLUED)
    assert text.split() == "Sen. Bo Lind (D-Kamba) urged the mayor to resign.".split()
    assert len(text) == len(GLUED)
    ((start, end),) = holes
    assert GLUED[start:end].startswith(" Bo Arne")
    assert GLUED[start:end].endswith("MORE")


def test_a_list_after_a_space_is_left_out():
    text, _ = without_links(GLUED.replace("LindHarbour", "Lind Harbour"))
    assert "Five things" not in text
    assert "Bo Lind " in text


def test_plain_words_stay():
    for text in ("We want MORE of it.", "Bo Lind told Bo Lind nothing MORE", "READ MORE:", ""):
        assert without_links(text) == (text, ())


@given(st.text(alphabet="AaBb MORE(\n.'", max_size=300))
def test_any_text_keeps_its_length(text):
    plain, holes = without_links(text)
    assert len(plain) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in holes)
    assert list(link_lists(text)) == list(holes)


def test_windows_that_overlap_are_looked_through_once():
    """Long rows of names without one that comes again, and such a name far behind."""
    row = "Aa Bb Cc Dd Ee Ff Gg MORE " * 8_000
    assert list(link_lists(row)) == []
    ((start, end),) = link_lists(row + "\n" + GLUED)
    assert (row + "\n" + GLUED)[start:end] == without_holes(GLUED)


def without_holes(text):
    ((start, end),) = link_lists(text)
    return text[start:end]


@given(st.lists(st.sampled_from(["Aa", "Bb", "Cc x", " ", " ", "MORE", " MORE ", "\n", "Jr."])))
def test_lists_are_found_as_by_each_window_alone(words):
    text = "".join(words)
    floor, found = 0, []
    for end in links._END.finditer(text):
        line = max(text.rfind("\n", 0, end.start()) + 1, floor, end.start() - links._LONGEST)
        if links._NAME_AGAIN.search(text, line, end.start()):
            floor = end.end()
            found.append(floor)
    with patch.object(links, "_SHORTEST_WORDS", 0):
        assert [end for _, end in link_lists(text)] == found
