"""What somebody asks of a collection made of real texts, as they ask it, at a terminal of 80 columns and in a pipe."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from legalkg.kg.cli import build, main
from legalkg.kg.collection import Collection
from legalkg.kg.errors import LegalkgError
from legalkg.kg.output.reading import reading
from tests.kg.kg_factories import Made, cited, collection_of, made

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def decree(number: str, day: str, title: str, body: str) -> str:
    return (
        f"CHÍNH PHỦ\n-------\n{STATE}Số: {number}\nHà Nội, ngày {day}\nNGHỊ ĐỊNH\n{title}\n"
        f"Căn cứ Luật Tổ chức Chính phủ;\nChính phủ ban hành Nghị định.\n{body}\n"
    )


ARCHIVES = decree(
    "910/2016/NĐ-CP", "10 tháng 3 năm 2016", "Quy định về lưu trữ hồ sơ cá nhân",
    "Điều 1. Nghị định này quy định về lưu trữ.\nĐiều 5. Hồ sơ\n1. Hồ sơ gốc.\n2. Bản sao.\n"
    "Điều 6. Hiệu lực\nNghị định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2016.",
)  # fmt: skip
CHANGED = decree(
    "920/2018/NĐ-CP", "12 tháng 4 năm 2018",
    "Sửa đổi, bổ sung một số điều của Nghị định số 910/2016/NĐ-CP ngày 10 tháng 3 năm 2016 của Chính phủ",
    "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 Nghị định số 910/2016/NĐ-CP như sau:\n“2. Bản sao có chứng thực.”\n"
    "Điều 2. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2018.",
)  # fmt: skip
REPLACED = decree(
    "930/2024/NĐ-CP", "20 tháng 6 năm 2024", "Quy định mới về lưu trữ hồ sơ cá nhân",
    "Điều 1. Nghị định này quy định về lưu trữ.\nĐiều 2. Hiệu lực\n"
    "Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 8 năm 2024.\n"
    "Nghị định số 910/2016/NĐ-CP ngày 10 tháng 3 năm 2016 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
)  # fmt: skip
LETTER = (
    f"BỘ NỘI VỤ\n-------\n{STATE}Số: 4321/BNV-VTLT\nHà Nội, ngày 05 tháng 02 năm 2020\nKính gửi: Các Sở Nội vụ\n"
    "Việc lưu bản sao theo khoản 2 Điều 5 Nghị định số 910/2016/NĐ-CP được giữ như hiện nay.\n"
    "Các trường hợp khác nêu tại Điều 50 Nghị định số 910/2016/NĐ-CP thì báo cáo về Bộ.\n"
)
FILES = {"a.txt": ARCHIVES, "b.txt": CHANGED, "c.txt": REPLACED, "d.txt": LETTER}


class Terminal(io.TextIOWrapper):
    """What is printed as a terminal gets it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    with Collection.open(folder / "store") as collection:
        report = collection.ingest([folder / name for name in FILES])
        assert (report.new, report.failed) == (len(FILES), ())
    return folder / "store"


@pytest.fixture
def run(store: Path) -> Callable[..., str]:
    """Run a command; gives what it prints."""

    def runner(*arguments: str) -> str:
        result = CliRunner().invoke(build(), ["--store", str(store), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    return runner


@pytest.fixture
def at_terminal(store: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run a command at a terminal of 80 columns; gives what it prints, without colours."""

    def runner(*arguments: str, raw: bool = False) -> str:
        out = Terminal(io.BytesIO(), encoding="utf-8", write_through=True)
        for name, value in (("COLUMNS", "80"), ("TERM", "xterm")):
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "argv", ["legalkg", "--store", str(store), *arguments])
        with pytest.raises(SystemExit):
            main()
        written = out.buffer
        assert isinstance(written, io.BytesIO)
        shown = written.getvalue().decode()
        return shown if raw else re.sub(r"\x1b\[[0-9;]*m", "", shown)

    return runner


# --- what it rests on, and what it cites otherwise ---


def test_a_document_that_rests_on_nothing_says_how_many_it_cites(run: Callable[..., str]) -> None:
    assert "(nothing that it rests on; cites 1 other)" in run("chain", "4321/BNV-VTLT")


def test_a_chain_of_citations_works_both_ways_and_at_any_depth(run: Callable[..., str]) -> None:
    up = run("chain", "4321/BNV-VTLT", "--relation", "cites")
    assert "└─ cites (dẫn chiếu) khoản 2 Điều 5, Điều 50  Nghị định 910/2016/NĐ-CP" in up
    assert "   └─ cites (dẫn chiếu)  Luật " in up  # what that one cites
    assert "Luật " not in run("chain", "4321/BNV-VTLT", "--relation", "cites", "--depth", "1")
    down = run("chain", "910/2016/NĐ-CP", "--relation", "cites", "--down", "--depth", "1")
    assert {number for number in ("920/2018", "930/2024", "4321/BNV") if number in down} == {
        "920/2018", "930/2024", "4321/BNV",
    }  # fmt: skip
    assert "cites" not in run("chain", "920/2018/NĐ-CP", "--relation", "amends").partition("└─")[2].partition("“")[0]


# --- who cites it ---


def test_show_tells_all_that_cite_a_document(run: Callable[..., str]) -> None:
    out = run("show", "910/2016/NĐ-CP", "--limit", "2")
    assert "cited by 3 documents; the latest 2 are listed" in out
    found = json.loads(run("show", "910/2016/NĐ-CP", "--format", "json"))["cited_by"]
    given = {one["document"]["number"]: (one["relations"], one["provisions"]) for one in found["documents"]}
    assert found["total"] == 3
    assert given["4321/BNV-VTLT"] == ([], ["dieu_5__khoan_2", "dieu_50"])
    assert given["920/2018/NĐ-CP"] == (["amends"], ["dieu_5__khoan_2"])


@pytest.mark.parametrize(
    ("options", "total", "holds", "lacks"),
    [
        (["--provision", "dieu_5"], "cited in Điều 5 by 2 documents", ["4321/BNV", "920/2018"], ["Nghị định 930/2024"]),
        (["--provision", "khoản 2 Điều 5"], "cited in khoản 2 Điều 5 by 2 documents", ["4321/BNV"], ["930/2024"]),
        (["--provision", "dieu_50"], "cited in Điều 50 by 1 document", ["4321/BNV"], ["920/2018"]),
        (["--provision", "dieu_7"], "cited in Điều 7 by 0 documents", [], ["4321/BNV"]),
        (["--relation", "amends"], "cited by 1 document", ["920/2018"], ["4321/BNV"]),
        (["--relation", "amends", "--provision", "dieu_50"], "cited in Điều 50 by 0 documents", [], ["920/2018"]),
    ],
)  # fmt: skip
def test_who_cites_it_by_relation_and_provision(
    run: Callable[..., str], options: list[str], total: str, holds: list[str], lacks: list[str]
) -> None:
    whole = run("show", "910/2016/NĐ-CP", *options)
    assert total in whole.splitlines()
    out = whole.partition("cited by ")[2]
    assert [number in out for number in (*holds, *lacks)] == [True] * len(holds) + [False] * len(lacks)


def test_a_provision_that_cannot_be_read_is_said(store: Path) -> None:
    result = CliRunner().invoke(build(), ["--store", str(store), "show", "910/2016/NĐ-CP", "--provision", "số năm"])
    assert "write 'dieu_5', 'dieu_5__khoan_2' or 'khoản 2 Điều 5'" in str(result.exception)


# --- at a terminal of 80 columns ---


def test_what_it_cites_comes_before_how_often_it_names_itself(run: Callable[..., str]) -> None:
    lines = run("show", "930/2024/NĐ-CP").splitlines()
    assert "names itself 4 times" in lines
    assert not any(line.startswith("Nghị định này") for line in lines)
    assert next(at for at, line in enumerate(lines) if "910/2016" in line) < lines.index("names itself 4 times")


@pytest.mark.parametrize("command", ["missing", "show 920/2018/NĐ-CP", "timeline 910/2016/NĐ-CP", "search lưu trữ"])
def test_nothing_that_is_typed_next_is_cut_at_80_columns(
    run: Callable[..., str], at_terminal: Callable[..., str], command: str
) -> None:
    wide = run(*command.split())
    narrow = at_terminal(*command.split())
    assert "…" not in narrow.replace(" …", "").replace("… ", "")  # what quotes leave out stands apart
    numbers = set(re.findall(r"[\w.-]+/\d{4}/[\w-]+|\S+_\d+-\S+", wide))
    assert {number for number in numbers if number not in narrow} == set()


# --- whether it is in force ---


def test_the_timeline_ends_as_show_says(run: Callable[..., str]) -> None:
    assert "no longer — repealed by Nghị định 930/2024/NĐ-CP from 2024-08-01" in run("show", "910/2016/NĐ-CP")
    events = json.loads(run("timeline", "910/2016/NĐ-CP", "--format", "json"))["events"]
    last = events[-1]
    assert (last["date"], last["event"]) == ("2024-08-01", "no longer in force")
    assert last["document"]["number"] == "930/2024/NĐ-CP"
    assert "hết hiệu lực" in last["quotes"][0]["text"]
    assert "no longer in force" not in run("timeline", "930/2024/NĐ-CP")


def test_a_later_version_that_only_the_register_knows_ends_the_timeline_too(run: Callable[..., str]) -> None:
    line = next(line for line in run("timeline", "76/2015/QH13").splitlines() if "no longer in force" in line)
    reason = run("show", "76/2015/QH13").splitlines()[1].partition("— ")[2]
    assert line.endswith(reason)
    assert line.startswith("2025-03-01")


def test_from_when_it_has_effect_is_said_in_its_words(run: Callable[..., str]) -> None:
    line = next(line for line in run("timeline", "910/2016/NĐ-CP").splitlines() if "takes effect" in line)
    assert line.endswith("Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2016")


def test_what_amends_a_decree_that_has_ended_is_not_simply_in_force(run: Callable[..., str]) -> None:
    says = "it amends Nghị định 910/2016/NĐ-CP, which ended on 2024-08-01"
    assert says in run("show", "920/2018/NĐ-CP").splitlines()[1]
    assert says not in run("show", "920/2018/NĐ-CP", "--as-of", "2024-07-31").splitlines()[1]


def test_a_change_of_a_provision_is_proved_by_the_sentence_that_orders_it(run: Callable[..., str]) -> None:
    for command in ("timeline", "show"):
        line = next(line for line in run(command, "910/2016/NĐ-CP").splitlines() if "khoản 2 Điều 5 (by" in line)
        assert "Sửa đổi, bổ sung khoản 2 Điều 5" in line


# --- search ---


def test_search_says_how_many_there_are(run: Callable[..., str]) -> None:
    assert run("search", "lưu trữ", "--limit", "1").splitlines()[-1] == "1 of 2"
    found = json.loads(run("search", "lưu trữ", "--limit", "1", "--format", "json"))
    assert (found["total"], len(found["hits"])) == (2, 1)
    assert run("search", "không có gì như thế").strip() == "nothing found"


def test_search_shows_the_words_as_they_were_asked_for(run: Callable[..., str]) -> None:
    for words in ("bản sao", "Bản Sao", "ban sao"):
        for hit in json.loads(run("search", words, "--format", "json"))["hits"]:
            assert "bản sao" in hit["snippet"].lower()
            assert len(hit["marks"]) >= 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--type", "nghị địn"], "unknown type 'nghị địn'; the nearest is 'Nghị định'"),
        (["--from", "2024", "--to", "2022-06"], "did you mean from 2022-06 to 2024?"),
    ],
)
def test_search_names_what_is_nearest(store: Path, options: list[str], says: str) -> None:
    result = CliRunner().invoke(build(), ["--store", str(store), "search", "lưu trữ", *options])
    assert says in str(result.exception)


@pytest.mark.parametrize("options", [["--type", "nghi dinh"], ["--from", "2024", "--to", "2024"]])
def test_search_takes_types_without_diacritics_and_ranges_of_one_year(
    run: Callable[..., str], options: list[str]
) -> None:
    assert "930/2024/NĐ-CP" in run("search", "lưu trữ", *options)


# --- reading it marked ---


def test_read_numbers_citations_and_lists_them_beneath(run: Callable[..., str]) -> None:
    out = run("read", "930/2024/NĐ-CP")
    text, _, beneath = out.partition("\n\n[1] ")
    assert "Căn cứ Luật Tổ chức Chính phủ[1];" in text
    assert "Nghị định số 910/2016/NĐ-CP ngày 10 tháng 3 năm 2016[2] hết hiệu lực" in text
    assert "\x1b" not in out
    lines = beneath.splitlines()
    assert lines[0].startswith("based_on  Luật 76/2015/QH13")
    assert lines[1].startswith("[2] repeals  Nghị định 910/2016/NĐ-CP")


def test_read_gives_the_text_as_read(run: Callable[..., str], store: Path) -> None:
    found = json.loads(run("read", "4321/BNV-VTLT", "--format", "json"))
    assert found["text"] == LETTER
    assert [one["number"] for one in found["citations"]] == [1, 1]
    assert LETTER.split("\n")[5] in run("read", "4321/BNV-VTLT").replace("[1]", "")
    result = CliRunner().invoke(build(), ["--store", str(store), "read", "4321/BNV-VTLT", "--page", "2"])
    assert "there is no page 2" in str(result.exception)


def test_read_colours_at_a_terminal_unless_told_not_to(
    at_terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured = at_terminal("read", "930/2024/NĐ-CP", raw=True)
    assert re.search(r"\x1b\[[0-9;]*(3[0-7]|38)[0-9;]*mLuật Tổ chức Chính phủ", coloured)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|38)", at_terminal("read", "930/2024/NĐ-CP", raw=True))


def test_a_page_is_read_alone() -> None:
    paged = made(
        "1/BC-BTC", "Báo cáo", "2024-01-01", "Bộ Tài chính", cites=[(None, cited("2/2020/NĐ-CP"))], path="1.txt"
    )
    source = paged.source.model_copy(update={"pages": (0, 8)})
    with collection_of(Made(source, paged.extraction)) as collection:
        document = collection.find("1/BC-BTC")
        one, two, whole = (reading(collection, document, page) for page in (1, 2, None))
        assert one.text + two.text == whole.text == source.text
        assert (len(one.citations), len(two.citations), two.start, whole.page_starts) == (0, 1, 8, (8,))
        with pytest.raises(LegalkgError, match="no page 3: the file has 2 pages"):
            reading(collection, document, 3)
