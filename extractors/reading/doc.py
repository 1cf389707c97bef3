"""Old Word files (.doc) and RTF, through LibreOffice or antiword, whichever is installed.

LibreOffice converts to .docx and so keeps what :mod:`legalkg.extractors.reading.docx` reads: counted labels, notes,
text boxes. antiword is small and a hundred times faster, but loses counted labels and text boxes and reads no RTF; it
is taken where LibreOffice is missing.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from legalkg.extractors.reading import isolated
from legalkg.extractors.reading.errors import Unreadable
from legalkg.extractors.reading.limits import ReadingLimits
from legalkg.extractors.reading.programs import find_program, run_program

RTF_START = b"{\\rtf"

# A profile that is thrown away: no macros, nothing fetched from elsewhere.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
_INSTALL_OFFICE = "apt-get install libreoffice-writer-nogui"
_STREAMS = {
    "EncryptedPackage": "is encrypted; save it without a password first",
    "Workbook": "is an Excel workbook, not a Word document",
    "PowerPoint Document": "is a PowerPoint presentation, not a Word document",
}


def read(data: bytes, limits: ReadingLimits) -> list[str]:
    """Return the text of an old Word file or RTF, and then what could not be read of it.

    Raises:
        Unreadable: No program for it is installed, it is encrypted or damaged, or it exceeds a limit.
    """
    is_rtf = data.startswith(RTF_START)
    if not is_rtf:
        _check_streams(data)
    office = find_program("soffice") or find_program("libreoffice")
    antiword = None if is_rtf else find_program("antiword")
    if not office and not antiword:
        raise Unreadable(
            f"is RTF, which needs LibreOffice: {_INSTALL_OFFICE}"
            if is_rtf
            else "is an old Word file (.doc), which needs a program to read it: "
            f"{_INSTALL_OFFICE} (best), or apt-get install antiword (small, loses automatic numbering)"
        )
    with TemporaryDirectory(prefix="legalkg-") as name:
        folder = Path(name)
        file = folder / ("document.rtf" if is_rtf else "document.doc")
        file.write_bytes(data)
        if office:
            return _through_office(office, file, limits)
        return _through_antiword(antiword or "", file, limits)


def _check_streams(data: bytes) -> None:
    """Look for the streams of the container that old Office files are."""
    if "WordDocument".encode("utf-16-le") in data:
        return
    for name, cause in _STREAMS.items():
        if name.encode("utf-16-le") in data:
            raise Unreadable(cause)
    raise Unreadable("is damaged or no Word document: its container has no stream 'WordDocument'")


def _through_office(office: str, file: Path, limits: ReadingLimits) -> list[str]:
    profile = file.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:Office Open XML Text", "--outdir", str(file.parent), str(file)]
    run_program(command, file.parent, limits, limit_memory=False)
    converted = file.with_suffix(".docx")
    if not converted.exists():
        raise Unreadable("is damaged or encrypted: LibreOffice cannot load it")
    limits.check_size(converted.stat().st_size)
    texts: list[str] = isolated.run("docx.read", converted.read_bytes(), limits)
    return texts


def _through_antiword(antiword: str, file: Path, limits: ReadingLimits) -> list[str]:
    docbook = run_program([antiword, "-x", "db", str(file)], file.parent, limits)
    plain = run_program([antiword, "-m", "UTF-8.txt", "-w", "0", str(file)], file.parent, limits)
    texts: list[str] = isolated.run("docbook.read", docbook, limits, plain.decode(errors="replace"))
    return texts
