"""Reads files: bytes in, text out.

``read(path)`` gives a :class:`~legalkg.extractors.model.SourceText`; every offset anywhere points into its text.
"""

from legalkg.extractors.reading.errors import ReadError
from legalkg.extractors.reading.files import iter_files, read, read_bytes
from legalkg.extractors.reading.inputs import Input, Inputs
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.records import Record, iter_records

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
