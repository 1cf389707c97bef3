"""Chains over HTTP."""

import pytest
from fastapi.testclient import TestClient

from legalkg.kg.collection import Collection
from legalkg.kg.model import Chain, Document


def chain(client: TestClient, document: Document, **parameters: float | str | list[str]) -> Chain:
    answer = client.get(f"/documents/{document.id}/chain", params=parameters)
    assert answer.status_code == 200, answer.text
    return Chain.model_validate(answer.json())


def test_up(client: TestClient, collection: Collection, letter: Document) -> None:
    assert chain(client, letter) == collection.chain(letter)


def test_the_letter_reaches_the_conclusion_directly_and_over_the_directive(
    client: TestClient, letter: Document
) -> None:
    steps = {(s.source.number, s.relation, s.target.number) for s in chain(client, letter).steps}
    assert {
        ("782-CV/ĐU", "implements", "57-KL/TW"),
        ("782-CV/ĐU", "implements", "28-CT/TU"),
        ("28-CT/TU", "implements", "57-KL/TW"),
    } <= steps


def test_every_step_has_its_quote_in_the_text(client: TestClient, letter: Document) -> None:
    texts: dict[str, str] = {}
    for step in chain(client, letter).steps:
        assert step.quotes
        for quote in step.quotes:
            name = quote.document.id
            texts.setdefault(name, client.get(f"/documents/{name}/text").text)
            assert texts[name][quote.start : quote.end] == quote.text


def test_down(client: TestClient, collection: Collection, letter: Document) -> None:
    found = chain(client, collection.find("57-KL/TW"), direction="down")
    assert letter in found.documents


def test_depth(client: TestClient, letter: Document) -> None:
    assert set(chain(client, letter, depth=1).depths.values()) == {0, 1}
    assert set(chain(client, letter, depth=0).depths.values()) == {0}


def test_relations(client: TestClient, letter: Document) -> None:
    found = chain(client, letter, relations=["directs"])
    assert {step.relation for step in found.steps} == {"directs"}


def test_only_the_paths_to_a_document(client: TestClient, letter: Document) -> None:
    found = chain(client, letter, to="57-KL/TW")
    assert [(s.source.number, s.target.number) for s in found.steps] == [("782-CV/ĐU", "57-KL/TW")]


def test_as_of_a_day_and_by_confidence(client: TestClient, collection: Collection) -> None:
    conclusion = collection.find("57-KL/TW")
    found = chain(client, conclusion, direction="down", as_of="2023-12-31", min_confidence=0.5)
    assert "110-HD/BTGTU" not in {document.number for document in found.documents}
    assert {force.state for force in found.forces.values()} == {"unknown"}
    assert chain(client, conclusion, as_of="", min_confidence="", paths="") == collection.chain(conclusion)


def test_the_surest_paths(client: TestClient, letter: Document) -> None:
    found = chain(client, letter, to="57-KL/TW", paths=2)
    assert [len(path.documents) for path in found.paths] == [2, 4]  # three sure steps before two of which one is not


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"as_of": "2020-02-30"}, 422),
        ({"min_confidence": 2}, 422),
        ({"to": "57-KL/TW", "paths": 0}, 422),
        ({"direction": "sideways"}, 422),
        ({"depth": "-1"}, 422),
        ({"relations": "loves"}, 422),
        ({"to": "no such thing"}, 404),
        ({"format": "turtle"}, 422),
    ],
)
def test_wrong_parameters(client: TestClient, letter: Document, parameters: dict[str, int | str], status: int) -> None:
    answer = client.get(f"/documents/{letter.id}/chain", params=parameters)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_picture_guards_itself(client: TestClient, letter: Document) -> None:
    answer = client.get(f"/documents/{letter.id}/picture?lang=en")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.endswith("frame-ancestors 'self'")
    assert "unsafe" not in policy
    assert "What Công văn 782-CV/ĐU rests on" in answer.text
    assert f'"/documents/{letter.id}"' in answer.text
