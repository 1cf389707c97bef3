"""The public format: frozen, published as JSON Schema, and what is written can be read back."""

from __future__ import annotations

import json

import jsonschema
import pytest
from pydantic import ValidationError

from legalkg import json_schema
from legalkg.extractors.model import CitedDocument, Extraction, Header, Mention, Signature, SourceText
from legalkg.extractors.pipeline import EXTRACTOR
from tests.extractors.extraction_factories import decision, document, letter, read

TEXTS = [
    "",
    "Không có gì.",
    "Theo khoản 2 Điều 5, trừ khoản 3 Nghị định số 15/2020/NĐ-CP ngày 01/02/2020 của Chính phủ về phí.",
    decision("Bãi bỏ khoản 3 Điều 5 Quyết định số 10/2020/QĐ-UBND."),
    letter("Phúc đáp Công văn số 12/SNV-TC."),
    document(closing="Nơi nhận:\n- Như trên;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_extraction_keeps_to_the_published_schema(text: str) -> None:
    line = read(text).model_dump_json()
    jsonschema.validate(json.loads(line), json_schema())


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_can_be_read_back(text: str) -> None:
    extraction = read(text)
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction


def test_an_extraction_says_what_made_it() -> None:
    extraction = read("")
    assert (extraction.id, extraction.format, extraction.extractor) == ("test", 1, EXTRACTOR)
    assert EXTRACTOR.startswith("legalkg ")


def test_signers_are_written_out() -> None:
    header = read(TEXTS[-1]).header
    assert header.signers == ("Nguyễn Văn An",)
    assert header.model_dump()["signers"] == ("Nguyễn Văn An",)


def test_it_is_frozen() -> None:
    extraction = read("Theo Luật Đất đai.")
    with pytest.raises(ValidationError):
        extraction.mentions[0].start = 5


@pytest.mark.parametrize(("field", "value"), [("confidence", 1.5), ("kind", "other"), ("zone", "other"), ("page", 0)])
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    good = {"start": 0, "end": 1, "text": "a", "document": "d1", "rule": "x", "confidence": 1.0}
    assert Mention.model_validate(good)
    with pytest.raises(ValidationError):
        Mention.model_validate(good | {field: value})


FACTS = ("type", "number", "issuer", "title")


@pytest.mark.parametrize(
    "values",
    [
        *(Header.model_validate({fact: "Bộ\x1b\u202e Y tế"}).model_dump() for fact in (*FACTS, "place")),
        *(
            CitedDocument.model_validate({"id": "d1", fact: "Bộ\x1b\u202e Y tế"}).model_dump()
            for fact in (*FACTS, "name")
        ),
        Header(recipients=("Bộ\x1b Y tế",), signatures=(Signature(name="Bộ\x00 Y tế", office="\x07"),)).model_dump(),
    ],
)
def test_no_field_holds_what_nobody_sees(values: dict[str, object]) -> None:
    written = json.dumps(values, ensure_ascii=False)
    assert "Bộ Y tế" in written
    assert written.isprintable()


def test_what_stands_in_the_text_stays_as_it_is() -> None:
    text = letter("Thực hiện Kết luận số 57-KL/TW ngày 15 tháng\u200b 6 năm 2023, đề nghị\x1b các đơn vị thực hiện.")
    extraction = read(text)
    mention = extraction.mentions[0]
    assert mention.text == text[mention.start : mention.end]
    assert "\u200b" in mention.text
    assert "\x1b" in extraction.relations[0].evidence[0].text
    assert SourceText(id="a", text="Điều 1\ud800.\x1b").text == "Điều 1?.\x1b"


def test_the_schema_says_nothing_of_how_fields_are_made() -> None:
    assert json_schema()["$defs"]["Signature"]["properties"]["name"] == {"title": "Name", "type": "string"}
