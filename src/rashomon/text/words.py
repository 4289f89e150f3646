"""Words and marks of a text, with their places."""

from __future__ import annotations

import re

# Initials ("U.S.", "J."), titles with a stop, numbers, words (hyphens and inner apostrophes
# kept, a possessive cut off), doubled single marks as one, and every other mark alone.
TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,\n])|"  # most words: what follows would give the same, and later
    r"(?:[A-Z]\.){2,}(?!\w)|[A-Z]\.(?= ?[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|Prof|Rev|Hon|Messrs|Jan|Feb|Mar|Apr"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|vs)\."
    r"|\d+(?:[.,:]\d+)*%?"
    r"|['’]s\b"
    # A word, or a site by its address: "example.com".
    r"|[^\W_]+(?:-[^\W_]+)*(?:['’](?!s\b)[^\W_]+)*"
    r"(?:(?:\.[^\W_]+){0,3}\.(?:com|org|net|ru|ua|uk|de|fr|cn|info|news|tv|io|eu|by|kz|pl|tr|ir)\b)?"
    r"|''|``"
    r"|[^\w\s]|_"
)


def token_spans(text: str) -> list[tuple[int, int]]:
    """Spans of words and marks, in order; white space belongs to none."""
    return [match.span() for match in TOKEN.finditer(text)]
