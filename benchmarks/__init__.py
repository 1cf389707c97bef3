"""What is measured, each module a command: ``python -m benchmarks.NAME``."""
