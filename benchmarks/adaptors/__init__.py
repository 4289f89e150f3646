"""One module a task: reads the benchmark's input, runs the library, writes what the scorer reads."""
