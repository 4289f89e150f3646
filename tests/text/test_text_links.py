"""Lists of links that stand inside a sentence."""

from hypothesis import given
from hypothesis import strategies as st

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
