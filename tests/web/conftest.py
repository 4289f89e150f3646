from __future__ import annotations

from pathlib import Path

import pytest

from builders import make_desk


@pytest.fixture(scope="session")
def desk_ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The invented desk: its path under "path", and the ids of what is on it."""
    path: Path = tmp_path_factory.mktemp("web") / "desk.db"
    return make_desk(path) | {"path": str(path)}
