"""Settings of the whole; each stage keeps its thresholds, with where they came from, in its own
`settings` module.

Versions of the stages: raised when a stage would give other results for the same input, so that
a desk that was built before is brought up by the next build.
"""

from __future__ import annotations

READING_VERSION = "7"  # articles of one page, and what was left out
CORPUS_VERSION = "3"  # copies, dating and stories
FINDINGS_VERSION = "9"  # names, statements and moments of one article
FOLD_VERSION = "4"  # names over the desk
AGREEMENT_VERSION = "4"  # what the tellings of one story agree on
STORY_VERSION = "6"  # contrasts and brief of one story

# A page that takes longer than this to read is rejected by name; ordinary ones take milliseconds.
PAGE_SECONDS = 60
# A story of hundreds of tellings takes some seconds; one that takes longer is told without differences.
STORY_SECONDS = 300
# Records that go to a worker at once: small enough to spread, large enough to be worth the trip.
# By characters a tenth or a fifth of a second: of pages that are read, of articles that are looked
# through, and of stories that are told.
CHUNK_RECORDS = 32
CHUNK_CHARACTERS = 100_000
FIND_CHARACTERS = 30_000
TELL_CHARACTERS = 20_000
# Chunks of articles that are sent ahead while this process groups: some 20 seconds of two workers.
AHEAD_CHUNKS = 200
# So many characters of HTML make as much work as one of a flattened page, or half of that.
MARKUP_FOR_TEXT = 10
# Below this many characters in all, starting processes costs more than it brings.
INLINE_CHARACTERS = 300_000
PORT = 8765
