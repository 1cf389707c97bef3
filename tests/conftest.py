"""What holds for all tests: nothing is told of progress, which comes when a machine is slow."""

from __future__ import annotations

import os

os.environ["LEGALKG_PROGRESS"] = "0"
