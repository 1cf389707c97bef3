"""Old Word files (.doc) and RTF, through LibreOffice or antiword, whichever is installed.

LibreOffice converts to .docx and so keeps what :mod:`extractors.reading.docx` reads: counted labels, notes, text boxes.
antiword is small and a hundred times faster, but loses counted labels and reads no RTF; it is taken where LibreOffice is
missing. Its DocBook has the cells of tables apart, its plain text has the notes, so both are asked for.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from extractors.reading import isolated
from extractors.reading.errors import Unreadable
from extractors.reading.limits import ReadingLimits
from extractors.reading.lines import Lines, raised, row_text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
