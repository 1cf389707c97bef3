"""The import path of processes of our own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from legalkg.extractors.reading.safe_path import PACKAGES, safe_path


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        (["/lib", "/site"], ["/lib", "/site"]),
        (["", "/lib"], ["/lib"]),
        ([".", "/lib", "sub", "../here"], ["/lib"]),
        (["{here}", "/lib", "{here}/"], ["/lib"]),
        (["{here}/../here", "{link}", "/lib"], ["/lib"]),
        (["{here}/sub", "{beside}", "/not/there"], ["{here}/sub", "{beside}", "/not/there"]),
    ],
)
def test_the_current_folder_is_left_out_however_it_is_called(
    path: list[str], safe: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, beside, link = tmp_path / "here", tmp_path / "beside", tmp_path / "link"
    (here / "sub").mkdir(parents=True)
    beside.mkdir()
    link.symlink_to(here)
    names = {"here": here, "beside": beside, "link": link}
    monkeypatch.chdir(here)
    monkeypatch.setattr(sys, "path", [entry.format(**names) for entry in path])
    assert safe_path() == [*(entry.format(**names) for entry in safe), str(PACKAGES)]


def test_own_packages_are_there_once_and_may_be_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["/lib", str(PACKAGES)])
    monkeypatch.chdir("/")
    assert safe_path() == ["/lib", str(PACKAGES)]
    monkeypatch.setattr(sys, "path", [str(PACKAGES), "/lib"])
    monkeypatch.chdir(PACKAGES)
    assert safe_path() == ["/lib", str(PACKAGES)]
    assert (PACKAGES / "extractors" / "reading" / "safe_path.py").is_file()


@pytest.mark.parametrize(
    ("folder", "how", "trusted"),
    [("here", ["{script}"], True), ("beside", ["{script}"], False), ("here", ["-c", "{code}"], False)],
)
def test_a_script_that_lives_in_the_current_folder_may_import_what_is_beside_it(
    folder: str, how: list[str], trusted: bool, tmp_path: Path
) -> None:
    code = f"import sys; sys.path.insert(1, {str(PACKAGES)!r}); sys.path.append({str(tmp_path / 'here')!r})\n"
    code += "from extractors.reading.safe_path import safe_path; print(*safe_path(), sep='\\n')"
    for name in ("here", "beside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "script.py").write_text(code)
    arguments = [part.format(script=tmp_path / folder / "script.py", code=code) for part in how]
    done = subprocess.run(
        [sys.executable, *arguments], cwd=tmp_path / "here", capture_output=True, text=True, check=True
    )
    assert (str(tmp_path / "here") in done.stdout.splitlines()) is trusted
