"""Limits of intake. Sizes are bytes after decompression."""

from __future__ import annotations

# One page: a file or a record. The largest of some thousand news pages seen is 4 MB; above this
# a page is a dump, and parsing one takes more memory than it is worth.
MAX_PAGE_BYTES = 16 * 2**20
# A feed's or a JSON document's file holds many pages and is parsed whole.
MAX_FEED_BYTES = 64 * 2**20
# What a file is is told from so much of its beginning.
HEAD_BYTES = 65_536
# A gzip file may grow by this factor (real pages grow 3 to 20 times, a bomb 1,000 times) once it
# has given GZIP_FREE_BYTES; archives of many records are bounded by their records instead.
MAX_GZIP_RATIO = 200
GZIP_FREE_BYTES = 64 * 2**20
# More control characters than this share of the head, and a file is not text.
MAX_CONTROL_SHARE = 0.02
# UTF-8 with faults up to this share of its bytes beyond ASCII is still UTF-8: a character cut in
# two, a field in another charset. Other charsets read as UTF-8 fail at nearly every such byte.
MAX_REPLACED_SHARE = 0.05
# With fewer bytes beyond ASCII a charset cannot be told from another, and Western is likeliest.
FEWEST_TELLING_BYTES = 8
# A description of so many words in a feed that gives no content is the article, not a summary.
# Summaries of feeds run to some 60 words; set at three times that.
FULL_DESCRIPTION_WORDS = 180
