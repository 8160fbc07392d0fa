"""The benchmarks: `python -m tests.performance.bench`. None of this runs in the test suite."""
