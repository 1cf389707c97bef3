"""Reads files: bytes in, text out.

``read(path)`` gives a :class:`~extractors.model.SourceText`; every offset anywhere points into its text.
"""

from extractors.reading.errors import ReadError
from extractors.reading.files import iter_files, read, read_bytes
from extractors.reading.inputs import Input, Inputs
from extractors.reading.limits import ReadingLimits
from extractors.reading.records import Record, iter_records

__all__ = [
    "Input",
    "Inputs",
    "ReadError",
    "ReadingLimits",
    "Record",
    "iter_files",
    "iter_records",
    "read",
    "read_bytes",
]
