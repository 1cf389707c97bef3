"""``python -m legalkg`` is ``legalkg``."""

import os
import sys

# "-m" puts the current folder first. Unless this package lives there, what lies in it is no code. (What Python imports
# before it comes here is beyond us: "legalkg" is the command to use among strange files.)
if not sys.flags.safe_path and sys.path[0] != os.path.dirname(os.path.dirname(__file__)):  # noqa: PTH120
    del sys.path[0]

from legalkg.kg.cli import main

main()
