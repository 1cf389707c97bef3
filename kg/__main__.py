"""``python -m kg`` is ``legalkg``."""

from kg.cli import main

main()
