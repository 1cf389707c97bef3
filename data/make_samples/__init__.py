"""Write ``data/samples/`` from the sources beside this package: ``python -m data.make_samples``."""
