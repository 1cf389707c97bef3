"""The assertions of the tests' own modules tell what differs."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.extractors.extraction_factories")
