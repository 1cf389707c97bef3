"""``legalkg``, and ``python -m legalkg``."""

import os
import sys


def main() -> None:
    """Run the command line; as long as it is only being loaded, Ctrl-C ends it without a word."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else whatever is imported at the moment shows a traceback
    from legalkg.kg import cli

    cli.main()


if __name__ == "__main__":
    # "-m" puts the current folder first. Unless this package lives there, what lies in it is no code. (What Python
    # imports before it comes here is beyond us: "legalkg" is the command to use among strange files.)
    if not sys.flags.safe_path and sys.path[0] != os.path.dirname(os.path.dirname(__file__)):  # noqa: PTH120
        del sys.path[0]
    main()
