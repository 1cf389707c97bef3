"""Labels that Word counts by itself: "Điều 1.", "a)", "I." are in no paragraph's text.

Source of the rules: ECMA-376 part 1, section 17.9 (numbering). What is not kept: numbering formats of other scripts, and
restarts at a level other than the one above.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_BULLET = "-"
