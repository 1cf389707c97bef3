"""Lists, one document, finding, searching, over the samples."""

from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient
from pyoxigraph import RdfFormat

from legalkg.kg.collection import Collection
from legalkg.kg.model import Document


def titles(answer: httpx.Response) -> list[str]:
    return [document["label"] for document in answer.json()["documents"]]


def test_a_list_says_how_many_there_are(client: TestClient, collection: Collection) -> None:
    answer = client.get("/documents")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    found = answer.json()
    assert found["total"] == collection.count() > 50
    assert (found["limit"], found["offset"], len(found["documents"])) == (50, 0, 50)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("type=Chỉ thị&held=true", {"Chỉ thị 28-CT/TU"}),
        ("words=thong tin doi ngoai 782", {"Công văn 782-CV/ĐU"}),
        ("year=2015&held=true", {"Luật 97/2015/QH13"}),
        ("issuer=Bộ Chính trị&held=true&year=2023", {"Kết luận 57-KL/TW"}),
        ("words=khong co gi nhu the", set()),
    ],
)
def test_filters(client: TestClient, query: str, wanted: set[str]) -> None:
    assert set(titles(client.get(f"/documents?{query}"))) == wanted


def test_fields_that_a_form_leaves_empty_do_not_filter(client: TestClient, collection: Collection) -> None:
    answer = client.get("/documents?type=&held=&year=&words=&issuer=")
    assert answer.json()["total"] == collection.count()


def test_the_links_lead_through_the_whole_list_and_back(client: TestClient, collection: Collection) -> None:
    seen: list[str] = []
    address: str | None = "/documents?limit=7&held=false"
    backwards = ""
    while address:
        answer = client.get(address)
        seen += [document["id"] for document in answer.json()["documents"]]
        address = answer.links.get("next", {}).get("url")
        backwards = answer.links.get("prev", {}).get("url") or ""
    assert seen == [document.id for document in collection.documents(held=False, limit=None)]
    assert "limit=7" in backwards
    assert "held=false" in backwards


def test_the_server_lowers_a_limit_that_is_too_great(client: TestClient) -> None:
    assert client.get("/documents?limit=100000").json()["limit"] == 200


def test_one_document(client: TestClient, letter: Document) -> None:
    found = client.get(f"/documents/{letter.id}").json()
    assert Document.model_validate(found) == letter
    assert found["label"] == "Công văn 782-CV/ĐU"
    assert found["url"] == f"/documents/{letter.id}"
    assert found["header"]["signers"] == ["Nguyễn Huỳnh Long"]
    assert found["extractor"].startswith("legalkg ")


def test_a_document_that_is_only_cited(client: TestClient, collection: Collection) -> None:
    plan = collection.find("79-KH/TU")
    found = client.get(f"/documents/{plan.id}").json()
    assert (found["held"], found["header"], found["length"]) == (False, None, None)
    assert client.get(f"/documents/{plan.id}/citations").json() == []
    missing = client.get(f"/documents/{plan.id}/text")
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("asked", "media_type", "syntax"),
    [
        ({"headers": {"accept": "text/turtle"}}, "text/turtle", ox.RdfFormat.TURTLE),
        ({"headers": {"accept": "application/ld+json"}}, "application/ld+json", ox.RdfFormat.JSON_LD),
        ({"params": {"format": "turtle"}, "headers": {"accept": "text/html"}}, "text/turtle", ox.RdfFormat.TURTLE),
    ],
)
def test_a_document_as_rdf(
    client: TestClient, letter: Document, asked: dict[str, dict[str, str]], media_type: str, syntax: RdfFormat
) -> None:
    answer = client.get(f"/documents/{letter.id}", **asked)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    triples = set(ox.parse(answer.content, format=syntax))
    number = ox.NamedNode("http://data.europa.eu/eli/ontology#id_local")
    assert any(
        t.subject.value == letter.iri and t.predicate == number and t.object.value == "782-CV/ĐU" for t in triples
    )


def test_rdf_is_the_same_each_time(client: TestClient, letter: Document) -> None:
    address = f"/documents/{letter.id}?format=turtle"
    assert client.get(address).content == client.get(address).content


def test_what_others_say_of_a_cited_document_as_rdf(client: TestClient, collection: Collection) -> None:
    plan = collection.find("79-KH/TU")
    answer = client.get(f"/documents/{plan.id}?format=turtle")
    assert "79-KH/TU" in answer.text


def test_citations_point_into_the_text(client: TestClient, letter: Document) -> None:
    text = client.get(f"/documents/{letter.id}/text")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    citations = client.get(f"/documents/{letter.id}/citations").json()
    assert len(citations) > 10
    assert all(text.text[one["start"] : one["end"]] == one["text"] for one in citations)
    assert client.get(f"/documents/{letter.id}").json()["length"] == len(text.text)


def test_citations_say_why_they_mean_what_they_mean(client: TestClient, letter: Document) -> None:
    citations = client.get(f"/documents/{letter.id}/citations").json()
    assert all(one["rule"] and one["reason"] for one in citations)
    assert any(one["title_similarity"] == 1 for one in citations)
    assert all(one["candidates"] == [] for one in citations if one["target"])


def test_who_cites_a_document_and_where(client: TestClient, collection: Collection) -> None:
    conclusion = collection.find("57-KL/TW")
    found = client.get(f"/documents/{conclusion.id}/cited-by").json()
    assert {one["document"]["number"] for one in found} == {"782-CV/ĐU", "110-HD/BTGTU", "28-CT/TU"}
    assert [one["document"]["date"] for one in found] == sorted(
        (one["document"]["date"] for one in found), reverse=True
    )
    assert all("57" in place["text"] for one in found for place in one["citations"])
    assert len(client.get(f"/documents/{conclusion.id}/cited-by?limit=1").json()) == 1


@pytest.mark.parametrize("ref", ["782-CV/ĐU", "782 - CV/DU", "Công văn số 782-CV/ĐU"])
def test_find(client: TestClient, letter: Document, ref: str) -> None:
    assert client.get(f"/find?ref={quote(ref)}").json()["id"] == letter.id


def test_find_leads_a_browser_to_the_page(client: TestClient, letter: Document) -> None:
    answer = client.get("/find?ref=782-CV/ĐU", headers={"accept": "text/html"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/documents/{letter.id}")


def test_search_without_diacritics(client: TestClient) -> None:
    found = client.get("/search?words=thong tin doi ngoai&limit=3").json()
    assert len(found["hits"]) == 3
    assert all("đối ngoại" in hit["snippet"].lower() for hit in found["hits"])


def test_search_with_filters_and_pages(client: TestClient) -> None:
    words = "/search?words=thong tin doi ngoai"
    whole = client.get(words).json()["hits"]
    assert client.get(f"{words}&limit=2&offset=1").json()["hits"] == whole[1:3]
    (hit,) = client.get(f"{words}&type=ket luan&issuer=bo chinh tri&from=2023-06&to=2023").json()["hits"]
    assert hit["document"]["number"] == "57-KL/TW"
    assert client.get(f"{words}&place=khong dau ca").json()["hits"] == []


def test_lists_by_date(client: TestClient) -> None:
    found = client.get("/documents?from=2023-06-15&to=2023-06-15&words=57-KL/TW").json()
    assert [document["date"] for document in found["documents"]] == ["2023-06-15"]


@pytest.mark.parametrize("path", ["/search?words=x&from=2023-02-30", "/documents?to=gan day"])
def test_a_day_that_does_not_exist(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "invalid date" in answer.json()["detail"]


def test_health(client: TestClient, collection: Collection) -> None:
    answer = client.get("/health").json()
    assert answer["status"] == "ok"
    assert (answer["documents"], answer["held"]) == (collection.count(), 19)


def test_schema_and_ontology(client: TestClient) -> None:
    assert client.get("/schema").json()["title"] == "Extraction"
    ontology = client.get("/ontology")
    assert ontology.headers["content-type"].startswith("text/turtle")
    assert len(list(ox.parse(ontology.content, format=ox.RdfFormat.TURTLE))) > 50
