"""A piece of HTML, such as a feed's content, as plain text: paragraphs between blank lines."""

from __future__ import annotations

from rashomon.reading.html_tree import parse, visible_lines


def plain_text(fragment: str) -> str:
    """The visible text of `fragment`, a blank line between paragraphs. Never raises."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    tree = parse(f"<html><body><div>{fragment}</div></body></html>")
    if tree is None:
        return ""
    return "\n\n".join(line.text for line in visible_lines(tree))
