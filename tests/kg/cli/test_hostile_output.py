"""Characters that a terminal would obey: none is printed as it is, whatever the command, and fields hold none."""

import csv
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from legalkg.kg.cli import main
from legalkg.kg.cli.terminal import escape

# A title for the window, a bell, the same in C1, text turned round, NUL, DEL, no blank, half a letter, none.
HOSTILE = "\x1b]0;x\x07\x9b2J\u202e\x00\x7f\u200b\u2066\ud800\ufffe"
LETTER = f"""ĐẢNG ỦY SỞ TÀI {HOSTILE}CHÍNH
*
Số 12-CV/ĐU

TP Hồ Chí Minh, ngày 5 tháng 2 năm 2024
V/v thực hiện{HOSTILE} công tác thông tin đối ngoại

Kính gửi: Các chi bộ{HOSTILE} trực thuộc

Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị{HOSTILE} về công{HOSTILE} tác, đề nghị.
Căn cứ Quyết định số 5/2020/QĐ-UBND ngày 1 tháng 2 năm 2020 của Ủy ban nhân dân tỉnh{HOSTILE} Sơn La về{HOSTILE} việc;
Nơi nhận:
- Như trên{HOSTILE};
T/M ĐẢNG ỦY
BÍ THƯ
Nguyễn{HOSTILE} Văn A
"""


def is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character == "\ufffe"


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of hostile rows, and files with hostile names."""
    folder = tmp_path_factory.mktemp("hostile") / "in"
    folder.mkdir()
    known = {"number": f"12{HOSTILE}-CV/ĐU", "title": f"đối{HOSTILE} ngoại", "issuer": f"Sở{HOSTILE} Tài chính"}
    rows = [
        {"id": f"row{HOSTILE}", "text": LETTER, "date": "2024-02-05", **known},
        {"id": f"other{HOSTILE}", "text": LETTER.replace("12-CV", "13-CV").replace("15 tháng 6", "16 tháng 6")},
        {"id": f"empty{HOSTILE}", "text": ""},
    ]
    # Half a letter makes a row unreadable; names and arguments may hold one.
    (folder / "a.jsonl").write_text("\n".join(json.dumps(row).replace(r"\ud800", "") for row in rows))
    (folder / "\x1b]0;x\x07\u202e.txt").write_text(LETTER.replace(HOSTILE, "").replace("12-CV", "14-CV"))
    (folder / "\x1b\x9b.pdf").write_bytes(b"")
    if sys.platform == "linux":  # elsewhere names are Unicode
        (folder / os.fsdecode(b"\x1b\xff.pdf")).write_bytes(b"")
    return folder


Run = Callable[..., tuple[str, str]]


def text_of(written: io.TextIOWrapper) -> str:
    assert isinstance(written.buffer, io.BytesIO)
    return written.buffer.getvalue().decode()


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command as it is installed; gives what it wrote to standard output and error, as text."""

    def runner(*arguments: str, stream: type[io.TextIOWrapper] = io.TextIOWrapper) -> tuple[str, str]:
        out, err = (stream(io.BytesIO(), line_buffering=True) for _ in range(2))
        monkeypatch.setattr(sys, "argv", ["legalkg", *arguments])
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setenv("LEGALKG_STORE", str(folder.parent / "store"))
        with pytest.raises(SystemExit):
            main()
        return text_of(out), text_of(err)

    return runner


@pytest.fixture
def collection(folder: Path, run: Run) -> Path:
    if not (folder.parent / "store").exists():
        run("ingest", str(folder), "--workers", "1")
    return folder


COMMANDS = [
    "ingest {in} --dry-run --workers 1",
    "ingest {in} --dry-run --workers 1 --format json",
    "extract {in}",
    "extract {in} --jsonl",
    "extract-dataset {in} {in}/../tables --workers 1",
    "extract-dataset {in} {in}/../tables --workers 1 --format json",
    "chain 13-CV/ĐU",
    "chain 13-CV/ĐU --format table",
    "chain 13-CV/ĐU --format json",
    "chain 13-CV/ĐU --format markdown",
    "chain 57-KL/TW --down",
    "show 13-CV/ĐU",
    "show 13-CV/ĐU --format json",
    "timeline 57-KL/TW",
    "timeline 57-KL/TW --format json",
    "search",
    "search đối --format json",
    "search none{x}",
    "search --type none{x} --issuer none{x} --from none{x}",
    "missing",
    "missing --format json",
    "conflicts",
    "conflicts --format json",
    "stats",
    "stats --format json",
    "runs",
    "runs --format json",
    "validate",
    "explain title",
    "explain title --format json",
    "review accept 13-CV/ĐU 57-KL/TW --by Lan{x} --note why{x}",
    "review relink 13-CV/ĐU 5/2020/QĐ-UBND 99-QĐ/TW{x} --by Lan",
    "review list",
    "review list --format json",
    "diff 1 1",
    # Mistakes.
    "show none{x}",
    "show none{x} --format json",
    "chain 13-CV/ĐU --relation none{x}",
    "explain none{x}",
    "review reject 13-CV/ĐU none{x} --by Lan",
    "extract none{x}.txt",
    "extract {in} --columns text=none{x}",
    "ingest {in}/none{x} --store {in}/none{x}",
    "none{x}",
    "--none{x}",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_them(command: str, run: Run, collection: Path) -> None:
    given = HOSTILE.replace("\x00", "").replace("\ud800", "\udc80")  # what an argument may hold
    out, err = run(*(word.format(x=given, **{"in": str(collection)}) for word in command.split()))
    assert out + err
    assert [c for c in out + err if is_unseen(c) and c != "\n"] == []
    assert "Traceback" not in err
    if "--format json" in command and out:
        json.loads(out)
    if "--jsonl" in command:
        assert len(list(map(json.loads, out.splitlines()))) == 3


@pytest.mark.parametrize("command", ["chain 13-CV/ĐU", "show 13-CV/ĐU", "search", "extract {in}", "review list"])
def test_at_a_terminal_only_colours_are_left(command: str, run: Run, collection: Path) -> None:
    out, err = run(*(word.format(**{"in": str(collection)}) for word in command.split()), stream=Terminal)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out + err)
    assert plain != out + err or command == "review list"
    assert [c for c in plain if is_unseen(c) and c != "\n"] == []


def test_fields_hold_none_and_quotes_all(run: Run, collection: Path) -> None:
    nodes, _ = run("export", "--format", "csv-nodes")
    rows = list(csv.reader(io.StringIO(nodes)))
    assert len(rows) > 5
    assert [cell for row in rows for cell in row if any(map(is_unseen, cell))] == []
    assert "Ủy ban nhân dân tỉnh" in nodes
    edges, _ = run("export", "--format", "csv")
    assert "Bộ Chính trị\x1b]0;x\x07" in edges


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mđỏ", r"\u001b[31mđỏ"),
        ("a\u202eb\u2066", r"a\u202eb\u2066"),
        ("\x07\x7f\x9b\x00", r"\u0007\u007f\u009b\u0000"),
        ("a\rb", r"a\rb"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\udb40\udc41"),
        ("one\ttwo\n", "one\ttwo\n"),
        ("Nghị quyết số 03/NQ-CP “về …” 🇻🇳", "Nghị quyết số 03/NQ-CP “về …” 🇻🇳"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_they_are_shown_as_json_shows_them(text: str, shown: str) -> None:
    assert escape(text) == shown
    assert json.loads(f'"{escape(text)}"', strict=False) == text
