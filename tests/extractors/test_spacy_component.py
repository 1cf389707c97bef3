"""The spaCy component: spans, labels, extensions, configuration."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

TEXT = (
    "Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Luật Đất đai. "
    "Quyết định này có hiệu lực."
)


@pytest.fixture(
    params=[
        pytest.param(("xx", {}), id="xx"),
        pytest.param(("vi", {}), id="vi"),
        pytest.param(("vi", {"nlp": {"tokenizer": {"use_pyvi": False}}}), id="vi without pyvi"),
    ]
)
def nlp(request: pytest.FixtureRequest) -> Language:
    language, config = request.param
    return spacy.blank(language, config=config)


def test_a_pipe_finds_the_cited_documents(nlp: Language) -> None:
    nlp.add_pipe("legal_citations")
    doc = nlp(TEXT)
    spans = doc.spans["legal_citations"]
    assert [(span._.citation.text, span.label_) for span in spans] == [
        ("Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023", "Kết luận"),
        ("Luật Đất đai", "Luật"),
    ]
    assert spans[0]._.cited_document.number == "57-KL/TW"
    assert spans[0]._.cited_document.issuer == "Bộ Chính trị"
    assert spans[0]._.citation.rule == "citation/type-and-number"


def test_spans_are_those_of_the_extraction(nlp: Language) -> None:
    nlp.add_pipe("legal_citations", config={"include_self": True, "spans_key": "văn bản"})
    doc = nlp(TEXT)
    assert [span._.citation.text for span in doc.spans["văn bản"]] == [mention.text for mention in doc._.legal.mentions]
    assert doc.spans["văn bản"][-1]._.cited_document is None


def test_a_text_without_citations_has_no_spans(nlp: Language) -> None:
    nlp.add_pipe("legal_citations")
    doc = nlp("Hôm nay trời đẹp.")
    assert list(doc.spans["legal_citations"]) == []


def test_the_pipe_can_be_added_to_a_batch(nlp: Language) -> None:
    nlp.add_pipe("legal_citations")
    counts = [len(doc.spans["legal_citations"]) for doc in nlp.pipe([TEXT, "", "Căn cứ Hiến pháp năm 2013;"])]
    assert counts == [2, 0, 1]


def test_what_was_found_travels_with_the_doc(nlp: Language) -> None:
    nlp.add_pipe("legal_citations")
    doc = nlp(TEXT)
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(kept).get_docs(nlp.vocab)
    assert again._.legal == doc._.legal
    spans = again.spans["legal_citations"]
    assert [span._.citation.text for span in spans] == [span._.citation.text for span in doc.spans["legal_citations"]]
    assert spans[0].kb_id_ == spans[0]._.cited_document.number == "57-KL/TW"


def test_several_processes_find_the_same() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("legal_citations")
    texts = [TEXT, "Căn cứ Hiến pháp năm 2013;"]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    here = [nlp(text) for text in texts]
    assert [[span.text for span in doc.spans["legal_citations"]] for doc in docs] == [
        [span.text for span in doc.spans["legal_citations"]] for doc in here
    ]
    assert docs[1].spans["legal_citations"][0]._.cited_document.name == "Hiến pháp"


def test_a_doc_that_was_not_read_says_nothing() -> None:
    doc = spacy.blank("xx").make_doc(TEXT)
    assert doc._.legal is None
    assert doc[0:2]._.citation is None
    assert doc[0:2]._.cited_document is None
