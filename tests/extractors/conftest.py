"""Makes the tests' own modules importable from the folders below, and their assertions tell what differs."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("extraction_factories")
