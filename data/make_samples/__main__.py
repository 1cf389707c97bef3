"""Render every source: ``python -m data.make_samples [--out FOLDER] [--fonts FOLDER]``.

The name of a source's folder is the format it is rendered in. The output has the same bytes at every run
with the same libraries.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .pdf import render_pdf
from .plain import render_html, render_txt
from .source import Source, read_source
from .word import render_docx

_HERE = Path(__file__).resolve().parent
_FONT_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/dejavu-serif-fonts"),
    Path("/usr/share/fonts/TTF"),
)


def find_fonts(folders: tuple[Path, ...]) -> Path:
    """Return the first folder that holds DejaVu Serif, which has all Vietnamese letters.

    Raises:
        SystemExit: None does; the message says what to install.
    """
    for folder in folders:
        if all((folder / name).exists() for name in ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf")):
            return folder
    raise SystemExit(
        f"No DejaVuSerif.ttf in {', '.join(map(str, folders))}. Install fonts-dejavu-core (Debian, Ubuntu) "
        "or dejavu-serif-fonts (Fedora), or name the folder that holds it with --fonts."
    )


def main() -> None:
    """Render every source."""
    parser = argparse.ArgumentParser(prog="python -m data.make_samples", description="Render the samples.")
    parser.add_argument("--out", type=Path, default=_HERE.parent / "samples", help="folder to write to")
    parser.add_argument("--fonts", type=Path, help="folder that holds DejaVuSerif.ttf and DejaVuSerif-Bold.ttf")
    options = parser.parse_args()
    fonts = find_fonts((options.fonts,) if options.fonts else _FONT_FOLDERS)
    renderers: dict[str, Callable[[Source], bytes]] = {
        "txt": render_txt,
        "html": render_html,
        "docx": render_docx,
        "pdf": partial(render_pdf, fonts=fonts),
    }
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sorted((_HERE / "sources").glob("*/*.txt")):
        form = path.parent.name
        target = options.out / f"{path.stem}.{form}"
        target.write_bytes(renderers[form](read_source(path)))
        sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
