"""The life of a collection as a user lives it: files copied, moved, edited, deleted; documents taken out and back."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from legalkg.kg.cli import build
from legalkg.kg.collection import Collection
from legalkg.kg.output.export import sorted_quads

LETTER = """ĐẢNG ỦY SỞ TÀI CHÍNH
*
Số {number}-CV/ĐU

Kính gửi: Các chi bộ trực thuộc

Thực hiện Kết luận số {cited}-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị, Đảng ủy đề nghị các chi bộ thực hiện.
"""
STUB = "ĐẢNG ỦY SỞ TÀI CHÍNH\n*\nSố {number}-CV/ĐU\n\nKính gửi: Các chi bộ\n"
NOTE = "Một ghi chép về cây lúa, không có số và ngày."


def legalkg(store: Path, *arguments: int | str | Path, status: int = 0) -> str:
    """Call the command; gives what it prints, or of a failure the line that tells it."""
    result = CliRunner().invoke(build(), ["--store", str(store), *map(str, arguments)])
    assert result.exit_code == status, result.exception
    return result.stdout if status == 0 else f"{result.exception} {result.output}"


def asked(store: Path, *arguments: int | str | Path) -> Any:
    return json.loads(legalkg(store, *arguments, "--format", "json"))


def ingest(store: Path, *arguments: int | str | Path) -> dict[str, Any]:
    found: dict[str, Any] = asked(store, "ingest", *arguments)
    return found


def cites(store: Path, ref: str) -> set[str]:
    return {found["target"]["number"] for found in asked(store, "show", ref)["citations"] if found["outcome"] != "self"}


def dump(store: Path) -> list[Any]:
    with Collection.open(store, read_only=True) as collection:
        return list(sorted_quads(collection.store))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "store"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "một"
    folder.mkdir()
    for number in (10, 11, 12):
        (folder / f"{number}.txt").write_text(LETTER.format(number=number, cited=57), encoding="utf-8")
    return folder


# --- which copy counts ---


def test_a_stub_does_not_beat_the_whole_text_whatever_it_is_called(store: Path, folder: Path) -> None:
    (folder / "00.txt").write_text(STUB.format(number=10), encoding="utf-8")
    done = legalkg(store, "ingest", folder)
    assert f"{folder}/00.txt: holds the same document as {folder}/10.txt, which counts (shorter: " in done
    assert cites(store, "10-CV/ĐU") == {"57-KL/TW"}
    ((found,), text) = asked(store, "copies", "10-CV/ĐU"), legalkg(store, "copies")
    assert [(Path(one["path"]).name, one["counts"]) for one in found["copies"]] == [("10.txt", True), ("00.txt", False)]
    assert "the longest: " in text
    assert legalkg(store, "copies", "11-CV/ĐU").count("counts") == 1


def test_a_person_s_choice_stands_when_files_are_read_again_or_move(store: Path, folder: Path) -> None:
    stub = folder / "00.txt"
    stub.write_text(STUB.format(number=10), encoding="utf-8")
    legalkg(store, "ingest", folder)
    assert legalkg(store, "review", "prefer", "10-CV/ĐU", stub, "--by", "Lan") == "correction 1: applied\n"
    assert cites(store, "10-CV/ĐU") == set()
    stub.write_text(STUB.format(number=10) + "Bản này.\n", encoding="utf-8")
    legalkg(store, "ingest", folder)
    assert cites(store, "10-CV/ĐU") == set()
    folder.rename(folder.with_name("hai"))
    legalkg(store, "ingest", folder.with_name("hai"))
    (folder.with_name("hai") / "00.txt").write_text(STUB.format(number=10) + "Bản khác.\n", encoding="utf-8")
    legalkg(store, "ingest", folder.with_name("hai"))
    assert cites(store, "10-CV/ĐU") == set()
    legalkg(store, "rebuild")
    assert cites(store, "10-CV/ĐU") == set()
    assert legalkg(store, "review", "undo", 1, "--by", "Lan") == "correction 1: undone\n"
    assert cites(store, "10-CV/ĐU") == {"57-KL/TW"}
    assert "is no file of" in legalkg(store, "review", "prefer", "11-CV/ĐU", "khác.txt", "--by", "Lan", status=1)


# --- files that move, change or go ---


def test_renamed_files_are_known_by_their_bytes(store: Path, folder: Path) -> None:
    ingest(store, folder)
    before = dump(store)
    for number in (10, 11):
        (folder / f"{number}.txt").rename(folder / f"thư {number}.txt")
    found = ingest(store, folder)
    assert (found["new"], found["unchanged"], len(found["moved"]), found["missing"]) == (0, 1, 2, [])
    assert found["moved"][f"{folder}/thư 10.txt"] == f"{folder}/10.txt"
    assert dump(store) == before
    assert asked(store, "show", "10-CV/ĐU")["origin"]["path"] == f"{folder}/thư 10.txt"
    folder.rename(folder.with_name("hai"))
    assert legalkg(store, "ingest", folder.with_name("hai")).startswith(
        "0 new, 0 changed, 0 unchanged, 0 failed, 3 moved\n"
    )
    assert dump(store) == before


def test_an_edit_after_a_move_counts(store: Path, folder: Path) -> None:
    ingest(store, folder)
    moved = folder.with_name("hai")
    folder.rename(moved)
    (moved / "10.txt").write_text(LETTER.format(number=10, cited=58)[:-30], encoding="utf-8")
    found = ingest(store, moved)
    assert (found["new"], len(found["moved"]), found["missing"]) == (1, 2, [f"{folder}/10.txt"])
    assert cites(store, "10-CV/ĐU") == {"58-KL/TW"}
    (first, second) = asked(store, "copies", "10-CV/ĐU")[0]["copies"]
    assert (first["path"], second["reason"]) == (f"{moved}/10.txt", "its file is gone")


def test_a_copy_is_no_move_and_what_comes_back_is_there(store: Path, folder: Path) -> None:
    ingest(store, folder)
    shutil.copy(folder / "10.txt", folder / "10b.txt")
    found = ingest(store, folder)
    assert (found["new"], found["moved"], found["missing"]) == (1, {}, [])
    (folder / "11.txt").rename(folder.with_name("11.txt"))
    assert ingest(store, folder)["missing"] == [f"{folder}/11.txt"]
    assert "1 file missing" in legalkg(store, "copies", "--missing")
    assert cites(store, "11-CV/ĐU") == {"57-KL/TW"}  # what was read stands
    folder.with_name("11.txt").rename(folder / "11.txt")
    found = ingest(store, folder)
    assert (found["unchanged"], found["missing"]) == (4, [])
    assert "0 files missing" in legalkg(store, "copies", "--missing")


def test_what_is_gone_is_taken_out_with_prune_and_can_be_brought_back(store: Path, folder: Path) -> None:
    ingest(store, folder)
    before = dump(store)
    (folder / "11.txt").unlink()
    assert "0 new, 0 changed, 2 unchanged, 0 failed, 1 missing" in legalkg(store, "ingest", folder, "--dry-run")
    done = legalkg(store, "ingest", folder, "--prune")
    assert done.startswith("0 new, 0 changed, 2 unchanged, 0 failed, 1 removed\n")
    assert "no document '11-CV/ĐU'" in legalkg(store, "show", "11-CV/ĐU", status=1)
    assert asked(store, "search", "chi bộ")["total"] == 2
    fresh = store.with_name("fresh")
    ingest(fresh, folder)
    assert dump(store) == dump(fresh)
    assert legalkg(store, "remove", "--undo", 1) == "1 file brought back\n"
    assert dump(store) == before


def test_a_document_is_taken_out_whole_until_it_is_dropped(store: Path, folder: Path) -> None:
    shutil.copy(folder / "10.txt", folder / "bản sao.txt")
    ingest(store, folder)
    legalkg(store, "review", "reject", "10-CV/ĐU", "57-KL/TW", "--by", "Lan")
    before = dump(store)
    done = legalkg(store, "remove", "10-CV/ĐU")
    assert "2 files taken out; 'legalkg remove --undo 1' brings it back" in done
    assert "kept: 1 correction (1), see 'legalkg review list'" in done
    assert "2 files on disk still" in done
    assert asked(store, "search", "chi bộ")["total"] == 2
    assert "no document" in legalkg(store, "show", "10-CV/ĐU", status=1)
    assert asked(store, "review", "list")[0]["state"] == "stale"
    assert "10-CV/ĐU" in legalkg(store, "remove", "--list")
    legalkg(store, "remove", "--undo", 1)
    assert dump(store) == before
    assert asked(store, "review", "list")[0]["state"] == "applied"
    legalkg(store, "remove", folder / "bản sao.txt")
    legalkg(store, "remove", folder)
    assert asked(store, "search", "chi bộ")["hits"] == []
    assert legalkg(store, "compact").startswith("4 files dropped for good\n")
    assert "there is no removal 3" in legalkg(store, "remove", "--undo", 3, status=1)
    assert legalkg(store, "remove", "--list") == "nothing was removed\n"
    assert ingest(store, folder)["new"] == 4
    assert dump(store) == before


def test_what_lies_in_an_archive_is_on_disk_still(store: Path, folder: Path) -> None:
    with zipfile.ZipFile(folder / "thư.zip", "w") as packed:
        packed.write(folder / "10.txt", "10.txt")
    (folder / "10.txt").unlink()
    ingest(store, folder)
    assert "1 file on disk still" in legalkg(store, "remove", "10-CV/ĐU")
    legalkg(store, "remove", "--undo", 1)
    (folder / "thư.zip").unlink()
    assert "on disk" not in legalkg(store, "remove", "10-CV/ĐU")


def test_what_is_only_cited_or_unknown_cannot_be_taken_out(store: Path, folder: Path) -> None:
    ingest(store, folder)
    assert "is only cited: there is nothing to take out" in legalkg(store, "remove", "57-KL/TW", status=1)
    assert "no document" in legalkg(store, "remove", "99-KL/TW", status=1)
    assert "give what to take out, --undo or --list" in legalkg(store, "remove", status=2).replace("\n", " ")


def test_what_was_read_again_stays_when_the_older_is_brought_back(store: Path, folder: Path) -> None:
    ingest(store, folder)
    legalkg(store, "remove", folder / "10.txt")
    (folder / "10.txt").write_text(LETTER.format(number=10, cited=58), encoding="utf-8")
    ingest(store, folder)
    assert "was read again since" in legalkg(store, "remove", "--undo", 1)
    assert cites(store, "10-CV/ĐU") == {"58-KL/TW"}


def test_rows_and_members_that_are_gone(store: Path, tmp_path: Path) -> None:
    rows = [{"id": n, "text": LETTER.format(number=n, cited=57)} for n in (1, 2, 3)]
    data, packed = tmp_path / "a.jsonl", tmp_path / "b.zip"
    data.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as archive:
        for number in (4, 5):
            archive.writestr(f"{number}.txt", LETTER.format(number=number, cited=57))
    ingest(store, data, packed)
    data.write_text("\n".join(map(json.dumps, rows[:2])), encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("năm.txt", LETTER.format(number=5, cited=57))
    found = ingest(store, data, packed)
    assert found["missing"] == [f"{data}#3", f"{packed}!/4.txt"]
    assert found["moved"] == {f"{packed}!/năm.txt": f"{packed}!/5.txt"}
    data.rename(tmp_path / "c.jsonl")
    assert len(ingest(store, tmp_path / "c.jsonl")["moved"]) == 2


# --- where it comes from ---


def test_a_document_without_a_head_is_called_by_its_file_and_found_by_it(store: Path, folder: Path) -> None:
    (folder / "Ghi chép về lúa.txt").write_text(NOTE, encoding="utf-8")
    ingest(store, folder)
    for ref in ("Ghi chép về lúa.txt", "ghi chep ve lua", folder / "Ghi chép về lúa.txt", "một/Ghi chép về lúa.txt"):
        assert legalkg(store, "show", ref).startswith("Ghi chép về lúa.txt · held\n")
    shown = asked(store, "show", "ghi chép về lúa")
    assert shown["document"]["file"] == "Ghi chép về lúa.txt"
    assert (shown["origin"]["path"], shown["origin"]["run"]) == (f"{folder}/Ghi chép về lúa.txt", 1)
    assert shown["origin"]["read"].startswith("20")
    (hit,) = asked(store, "search", "ghi chep ve lua")["hits"]
    assert hit["origin"] == shown["origin"]
    assert "file   " + str(folder) in legalkg(store, "show", "10-CV/ĐU")
    (folder / "Ghi chép về lúa.txt").rename(folder / "Sổ tay.txt")
    ingest(store, folder)
    assert legalkg(store, "show", "so tay").startswith("Sổ tay.txt · held\n")
    assert "no document" in legalkg(store, "show", "ghi chép về lúa", status=1)


# --- nothing stale, nothing silent ---


def test_what_other_code_extracted_is_extracted_again(store: Path, folder: Path) -> None:
    ingest(store, folder)
    with Collection.open(store) as collection:
        collection.parts.tables.database.execute("UPDATE extractions SET stamp = 'before'")
    assert legalkg(store, "ingest", folder).startswith("0 new, 0 changed, 0 unchanged, 0 failed, 3 read again\n")
    with Collection.open(store) as collection:
        collection.parts.tables.database.execute("UPDATE extractions SET stamp = 'before' WHERE iri LIKE '%10-cv%'")
    assert legalkg(store, "rebuild") == "1 extracted again, 3 documents written\n"
    assert ingest(store, folder)["unchanged"] == 3


def test_files_that_are_not_read_are_counted_by_kind(store: Path, folder: Path) -> None:
    for name in ("a.odt", "b.odt", "c.rar", "d.mht", "LICENSE", "e.json", ".hidden.odt", "~$a.docx"):
        (folder / name).write_text("{}", encoding="utf-8")
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("f.odt", "x")
    found = ingest(store, folder)
    assert found["left_out"] == {".odt": 3, ".json": 1, ".mht": 1, ".rar": 1, "without ending": 1}
    assert "7 left out: 3 .odt, 1 .json, 1 .mht, 1 .rar, 1 without ending" in legalkg(store, "ingest", folder)


def test_an_array_of_json_is_a_dataset_with_days_of_vietnam(store: Path, folder: Path) -> None:
    known = {"number": "30/2025/NĐ-CP", "type": "Nghị định", "issuer": "Chính phủ"}
    rows = [
        {"id": 1, "text": NOTE, **known, "date": "2025-03-04T17:00:00Z"},
        {"id": 2, "text": NOTE + " Hai.", **known, "number": "31/2025/NĐ-CP", "date": "hôm qua"},
    ]
    (folder / "a.json").write_text(json.dumps(rows, ensure_ascii=False, indent=2), encoding="utf-8")
    found = ingest(store, folder / "a.json")
    assert found["new"] == 2
    assert [one["reason"] for one in found["warnings"]] == [
        f"{folder}/a.json#2: date 'hôm qua' is no date that can be read"
    ]
    assert asked(store, "show", "30/2025/NĐ-CP")["document"]["date"] == "2025-03-05"
