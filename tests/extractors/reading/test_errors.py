"""An error is one line that names the file and the cause, and travels between processes."""

from __future__ import annotations

import pickle
from pathlib import Path

from legalkg.extractors.reading import ReadError


def test_the_message_is_one_line_with_file_and_cause() -> None:
    error = ReadError(Path("van-ban/a.pdf"), "is damaged:\n  no PDF\tcan be made out")
    assert str(error) == "van-ban/a.pdf: is damaged: no PDF can be made out"
    assert error.path == "van-ban/a.pdf"
    assert error.cause == "is damaged: no PDF can be made out"


def test_it_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(ReadError("a.txt", "is empty")))  # noqa: S301
    assert (str(error), error.path, error.cause) == ("a.txt: is empty", "a.txt", "is empty")
