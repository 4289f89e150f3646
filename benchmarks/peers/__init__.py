"""What others offer for each task, run as their own documentation runs it.

These modules import nothing of Rashomon; they run in an environment of their own (`make peers`).
Each has functions `NAME(source, target)` that read a benchmark's input and write what its scorer
reads, as the adaptors of `benchmarks/adaptors` do.
"""
