"""The folder of a job: what each step made stays there until the job is whole.

A job that was stopped goes on after its last whole step. A step's rows are whole when its marker
is there; the marker of another job (other sources, other versions) is none.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import daft
import pyarrow
import pyarrow.parquet
from daft import DataFrame, DataType, Schema

_MARKER = "_whole"


class Work:
    """Steps kept as Parquet under `folder`, for the job that `job` names.

    On several machines `folder` must be one that all of them see.
    """

    def __init__(self, folder: Path, job: str) -> None:
        self.folder = folder
        self.job = job

    def keep(self, name: str, make: Callable[[], DataFrame]) -> DataFrame:
        """What `make` gives, made once, and read from then on."""
        folder = self.folder / name
        if not self._whole(folder):
            write(make(), folder)
            (folder / _MARKER).write_text(self.job, encoding="utf-8")
        return daft.read_parquet(str(folder / "*.parquet"))

    def _whole(self, folder: Path) -> bool:
        marker = folder / _MARKER
        return marker.is_file() and marker.read_text(encoding="utf-8") == self.job

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def write(frame: DataFrame, folder: Path) -> int:
    """`frame` as Parquet files in `folder`, in place of what is there; gives how many rows."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    frame.write_parquet(str(folder), compression="zstd")
    # Of no rows Daft writes no file, and so forgets the columns.
    schema = frame.schema().to_pyarrow_schema()
    pyarrow.parquet.write_table(schema.empty_table(), folder / "0-columns.parquet")
    return int(daft.read_parquet(str(folder / "*.parquet")).count_rows())


def frame(columns: Mapping[str, DataType], values: Mapping[str, list[object]]) -> DataFrame:
    """A table of `values` with these types, whether or not it has rows."""
    fields = Schema.from_field_name_and_types(list(columns.items())).to_pyarrow_schema()
    arrays = [pyarrow.array(values[field.name], type=field.type) for field in fields]
    return daft.from_arrow(pyarrow.Table.from_arrays(arrays, schema=fields))
