"""Benchmark adaptors and figures. `python -m benchmarks TASK INPUT OUTPUT` runs one adaptor."""
