"""The numbers of the cluster engine. None changes what comes out, but for
those of windows, which move a story here and there."""

from __future__ import annotations

# Edges that the driver joins by itself: five million take some 1.5 GB there, and a minute.
DRIVER_EDGES = 5_000_000

# Pages and articles in a task. A page costs some 20 ms to read and an article 15 ms: a task of
# seconds is small enough to be done again when its worker dies, and large enough to be sent.
PAGES_PER_TASK = 64
ARTICLES_PER_TASK = 128

# Stories are grouped in windows of so many items (articles, or families of copies), as the local
# engine groups in batches, and of so many days at least, each with so many days more at both ends.
# An event's articles are compared within `stories.settings.WINDOW_DAYS` (14), so what a story at
# the border hangs on is seen from both sides.
WINDOW_ITEMS = 8_000
LEAST_DAYS = 14.0
OVERLAP_DAYS = 20.0
