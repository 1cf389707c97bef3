"""Corrections by people: applied on top, kept when files are read again, never lost in silence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.citation_places import ReviewError
from legalkg.kg.collection import Collection
from legalkg.kg.errors import AmbiguousDocument, LegalkgError, UnknownDocument
from legalkg.kg.identity.keys import BASE
from legalkg.kg.model import CitationView
from legalkg.kg.output.export import sorted_quads
from legalkg.kg.rdf.vocabulary import IDENTITIES, REVIEW, graph_of, term
from tests.kg.kg_factories import (
    CT28,
    KL57,
    cited,
    collection_of,
    conclusion_57,
    directive_28,
    empty,
    letter_782,
    made,
    put,
)
from tests.narrowing import sure, value_of

KL57_IRI = BASE + "ket-luan_57-kl-tw_2023-06-15"


@pytest.fixture
def collection() -> Iterator[Collection]:
    with collection_of(letter_782(), conclusion_57()) as opened:
        yield opened


def citation(collection: Collection, words: str, ref: str = "782-CV/ĐU") -> CitationView:
    (found,) = [v for v in collection.citations(collection.find(ref)) if words in v.text]
    return found


def edges(collection: Collection, ref: str = "782-CV/ĐU") -> set[str]:
    node = NamedNode(collection.find(ref).iri)
    return {value_of(q.object).removeprefix(BASE) for q in collection.store.match(node, term("eli:cites"), None)}


def dump(collection: Collection, without_review: bool = True) -> list[Quad]:
    return [q for q in sorted_quads(collection.store) if not without_review or q.graph_name != REVIEW]


# --- what each does ---


def test_reject_leaves_no_edge(collection: Collection) -> None:
    done = collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan", note="nhầm số")
    assert (done.correction.id, done.state) == (1, "applied")
    found = citation(collection, "57-KL/TW")
    assert (found.outcome, found.rule, found.target) == ("rejected", "resolution/review-reject", None)
    assert found.reason.startswith("reject by Lan on 20")
    assert found.reason.endswith(": nhầm số")
    assert "ket-luan_57-kl-tw_2023-06-15" not in edges(collection)
    assert KL57_IRI not in {s.target.iri for s in collection.chain(collection.find("782-CV/ĐU")).steps}


def test_relink_leads_to_another_document(collection: Collection) -> None:
    collection.review().relink("782-CV/ĐU", "28-CT/TU", "57-KL/TW", by="Lan")
    found = citation(collection, "28-CT/TU")
    assert (found.outcome, found.rule, sure(found.target).iri) == ("resolved", "resolution/review-relink", KL57_IRI)
    # the wrong number is not said of the document that is meant
    numbers = {value_of(q.object) for q in collection.store.match(NamedNode(KL57_IRI), term("eli:id_local"), None)}
    assert numbers == {"57-KL/TW"}


def test_relink_to_a_document_that_nobody_holds_or_cites(collection: Collection) -> None:
    collection.review().relink("782-CV/ĐU", "57-KL/TW", "Kết luận 75-KL/TW ngày 15/6/2023", by="Lan", new=True)
    found = citation(collection, "57-KL/TW")
    assert (found.outcome, sure(found.target).id) == ("created", "ket-luan_75-kl-tw_2023-06-15")
    assert (sure(found.target).number, sure(found.target).date) == ("75-KL/TW", "2023-06-15")
    put(collection, made("75-KL/TW", "Kết luận", "2023-06-15", "Bộ Chính trị", path="75.txt"))
    assert citation(collection, "57-KL/TW").outcome == "resolved"


def test_what_people_give_holds_nothing_that_nobody_sees(collection: Collection) -> None:
    made = collection.review().relink(
        "782-CV/ĐU",
        "57-KL/TW",
        "Quyết định\x1b 99-QĐ/TW\u202e ngày 01/02/2023",
        by="Lan\x07",
        note="vì\x00 thế",
        new=True,
    )
    assert (sure(made.target).label, made.correction.by, made.correction.note) == (
        "Quyết định 99-QĐ/TW",
        "Lan",
        "vì thế",
    )
    assert collection.review().undo(made.correction.id, by="Lan\x9b").correction.undone_by == "Lan"
    with pytest.raises(ReviewError, match="say who decides"):
        collection.review().reject("782-CV/ĐU", "57-KL/TW", by="\x07")


def test_relink_to_a_document_of_the_register(collection: Collection) -> None:
    collection.review().relink("782-CV/ĐU", "57-KL/TW", "91/2015/QH13", by="Lan")
    assert sure(citation(collection, "57-KL/TW").target).id == "bo-luat_91-2015-qh13"


def test_accept_holds_when_a_second_candidate_comes_in() -> None:
    undated = made("1/BC", "Báo cáo", "2025-01-01", "Bộ", cites=[(None, cited("35-CT/TW", "Chỉ thị"))], path="b.txt")
    first = made("35-CT/TW", "Chỉ thị", "2019-05-30", "Bộ Chính trị", path="1.txt")
    second = made("35-CT/TW", "Chỉ thị", "2024-06-14", "Bộ Chính trị", path="2.txt")
    with collection_of(undated, first) as collection:
        collection.review().accept("1/BC", "35-CT/TW", by="Lan")
        put(collection, second)
        found = citation(collection, "35-CT/TW", "1/BC")
        assert (found.outcome, found.rule, sure(found.target).date) == (
            "resolved",
            "resolution/review-accept",
            "2019-05-30",
        )


def test_what_is_ambiguous_can_be_relinked_not_accepted() -> None:
    undated = made("1/BC", "Báo cáo", "2025-01-01", "Bộ", cites=[(None, cited("35-CT/TW", "Chỉ thị"))], path="b.txt")
    both = [made("35-CT/TW", "Chỉ thị", day, "Bộ Chính trị", path=f"{day}.txt") for day in ("2019-05-30", "2024-06-14")]
    with collection_of(undated, *both) as collection:
        found = citation(collection, "35-CT/TW", "1/BC")
        assert [one.document.date for one in found.candidates] == ["2019-05-30", "2024-06-14"]
        with pytest.raises(ReviewError, match=r"relink; it may be: .*2019-05-30; .*2024-06-14"):
            collection.review().accept("1/BC", "35-CT/TW", by="Lan")
        collection.review().relink("1/BC", "35-CT/TW", "35-CT/TW năm 2024", by="Lan")
        assert sure(citation(collection, "35-CT/TW", "1/BC").target).date == "2024-06-14"


def test_a_relation_alone_may_be_rejected_or_accepted(collection: Collection) -> None:
    review = collection.review()
    review.reject("782-CV/ĐU", "57-KL/TW", by="Lan", relation="directs")
    assert sure(citation(collection, "57-KL/TW").target).iri == KL57_IRI
    assert citation(collection, "57-KL/TW").relations == ()
    assert {s.relation for s in collection.steps(collection.find("782-CV/ĐU"))} == {"implements"}
    review.accept("782-CV/ĐU", "28-CT/TU", by="Lan", relation="implements")
    (step,) = [s for s in collection.steps(collection.find("782-CV/ĐU")) if s.target.number == "28-CT/TU"]
    assert step.confidence == 1


def test_merge_makes_one_document_of_two_and_split_undoes_what_was_linked() -> None:
    wrong = cited("57-KL/TW", "Kết luận", "2023-06-16", "Bộ Chính trị")
    citing = made("1/BC", "Báo cáo", "2024-01-01", "Bộ", cites=[("implements", wrong)], path="1.txt")
    undated = made("2/BC", "Báo cáo", "2024-01-01", "Bộ", cites=[("implements", cited("58-KL/TW"))], path="2.txt")
    dated = made("58-KL/TW", "Kết luận", "2023-07-01", "Bộ Chính trị", path="58.txt")
    with collection_of(citing, conclusion_57(), undated) as collection:
        collection.review().merge("ket-luan_57-kl-tw_2023-06-16", "ket-luan_57-kl-tw_2023-06-15", by="Lan")
        assert collection.find("57-KL/TW").iri == KL57_IRI
        assert [d.number for d in collection.cited_by(collection.find("57-KL/TW"))] == ["1/BC"]
        assert [s.source.number for s in collection.chain(collection.find("57-KL/TW"), ChainQuery("down")).steps] == [
            "1/BC"
        ]
        put(collection, dated)
        assert len(list(collection.store.match(None, term("kg:sameDocumentAs"), None, IDENTITIES))) == 1


def test_split_parts_what_was_linked() -> None:
    undated = made("1/BC", "Báo cáo", "2024-01-01", "Bộ", cites=[(None, cited("57-KL/TW", "Kết luận"))], path="1.txt")
    dated = made("2/BC", "Báo cáo", "2024-01-01", "Bộ", cites=[(None, KL57)], path="2.txt")
    with collection_of(undated, dated) as collection:
        before = dump(collection)
        assert collection.find("57-KL/TW").iri == KL57_IRI
        collection.review().split("ket-luan_57-kl-tw", "ket-luan_57-kl-tw_2023-06-15", by="Lan")
        with pytest.raises(AmbiguousDocument):
            collection.find("57-KL/TW")
        collection.review().undo(1, by="Mai")
        assert dump(collection) == before


# --- they stay ---


def test_what_is_undone_leaves_the_graph_as_it_was(collection: Collection) -> None:
    before = dump(collection)
    review = collection.review()
    review.reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    assert dump(collection) != before
    assert review.undo(1, by="Mai").state == "undone"
    assert dump(collection) == before
    (listed,) = review.list()
    assert (listed.correction.undone_by, listed.state) == ("Mai", "undone")


def test_a_graph_of_their_own_says_who_when_and_why(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan", note="nhầm số")
    said = {q.predicate.value.rpartition("/")[2].rpartition("#")[2]: value_of(q.object)
            for q in collection.store.match(None, None, None, REVIEW)}  # fmt: skip
    assert (said["creator"], said["comment"], said["decision"]) == ("Lan", "nhầm số", "reject")
    assert said["exact"] == "Kết luận 57-KL/TW"
    assert said["created"].startswith("20")


def test_they_survive_a_new_reading_of_the_same_file(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    other = letter_782()
    documents, mentions = other.extraction.documents[1:], other.extraction.mentions[1:]
    turned = other.extraction.model_copy(  # another version of the extractor numbers what it finds otherwise
        update={
            "documents": tuple(d.model_copy(update={"id": "x" + d.id}) for d in reversed(documents)),
            "mentions": tuple(m.model_copy(update={"document": "x" + m.document}) for m in mentions),
            "relations": (),
        }
    )
    put(collection, type(other)(other.source, turned))
    assert citation(collection, "57-KL/TW").outcome == "rejected"
    assert [one.state for one in collection.review().list()] == ["applied"]


def test_they_move_with_their_words(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    put(collection, made("782-CV/ĐU", "Công văn", issuer="Đảng ủy Sở Giáo dục và Đào tạo", title="Một dòng mới",
                         cites=[("directs", CT28), ("directs", KL57)], path="782.txt"))  # fmt: skip
    assert citation(collection, "57-KL/TW").outcome == "rejected"
    assert citation(collection, "28-CT/TU").outcome == "created"


def test_they_follow_the_file_when_the_document_is_taken_for_another(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    letter = letter_782()
    header = letter.extraction.header.model_copy(update={"date": "2024-02-20"})
    put(collection, type(letter)(letter.source, letter.extraction.model_copy(update={"header": header})))
    assert citation(collection, "57-KL/TW").outcome == "rejected"


def test_one_whose_words_are_gone_is_stale_and_comes_back_with_them(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    put(collection, made("782-CV/ĐU", "Công văn", issuer="Đảng ủy Sở Giáo dục và Đào tạo", path="782.txt"))
    assert [one.state for one in collection.review().list("stale")] == ["stale"]
    put(collection, letter_782())
    assert [one.state for one in collection.review().list()] == ["applied"]
    assert citation(collection, "57-KL/TW").outcome == "rejected"


def test_they_are_kept_on_disk(tmp_path: Path) -> None:
    with Collection.open(tmp_path / "s") as collection:
        put(collection, letter_782())
        collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    with Collection.open(tmp_path / "s", read_only=True) as collection:
        assert [one.state for one in collection.review().list()] == ["applied"]
        assert citation(collection, "57-KL/TW").outcome == "rejected"
        with pytest.raises(LegalkgError, match="read-only"):
            collection.review().undo(1, by="Lan")


def test_the_order_of_documents_does_not_matter_to_them() -> None:
    documents = (letter_782(), conclusion_57(), directive_28())
    with collection_of(*documents) as whole:
        whole.review().relink("782-CV/ĐU", "110-HD/BTGTU", "57-KL/TW", by="Lan")
        whole.review().reject("782-CV/ĐU", "28-CT/TU", by="Lan")
        expected = dump(whole)
    with empty() as collection:
        put(collection, letter_782())
        collection.review().relink("782-CV/ĐU", "110-HD/BTGTU", KL57_IRI, by="Lan")
        collection.review().reject("782-CV/ĐU", "28-CT/TU", by="Lan")
        put(collection, directive_28())
        put(collection, conclusion_57())
        assert dump(collection) == expected


# --- what cannot be done ---


@pytest.mark.parametrize(
    ("do", "message"),
    [
        (lambda r: r.reject("782-CV/ĐU", "99-XX/TW", by="Lan"), "not cited in .*citations: @"),
        (lambda r: r.reject("782-CV/ĐU", "văn bản nào đó", by="Lan"), "not cited"),
        (lambda r: r.reject("782-CV/ĐU", "T", by="Lan"), "names several documents, give where it stands"),
        (lambda r: r.reject("782-CV/ĐU", "@0", by="Lan"), "not cited"),
        (lambda r: r.reject("782-CV/ĐU", "57-KL/TW", by=" "), "say who decides"),
        (lambda r: r.reject("782-CV/ĐU", "57-KL/TW", by="Lan", relation="amends"), "only: directs"),
        (lambda r: r.reject("782-CV/ĐU", "57-KL/TW", by="Lan", relation="x"), "unknown relation 'x': choose one of"),
        (lambda r: r.relink("782-CV/ĐU", "57-KL/TW", "782-CV/ĐU", by="Lan"), "itself"),
        (lambda r: r.relink("782-CV/ĐU", "57-KL/TW", "không có gì", by="Lan"), "give its type, number and date"),
        (lambda r: r.relink("782-CV/ĐU", "57-KL/TW", "75-KL/TW ngày 31/02/2023", by="Lan"), "invalid date"),
        (lambda r: r.merge("57-KL/TW", "57/KL-TW", by="Lan"), "one document already"),
        (lambda r: r.undo(7, by="Lan"), "there is no correction 7"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_line(collection: Collection, do: Callable[..., object], message: str) -> None:
    with pytest.raises(ReviewError if "invalid date" not in message else LegalkgError, match=message):
        do(collection.review())
    assert collection.review().list() == ()


def test_only_held_documents_have_citations(collection: Collection) -> None:
    with pytest.raises(UnknownDocument):
        collection.review().reject("110-HD/BTGTU", "57-KL/TW", by="Lan")


def test_what_is_undone_is_not_undone_twice(collection: Collection) -> None:
    collection.review().reject("782-CV/ĐU", "57-KL/TW", by="Lan")
    collection.review().undo(1, by="Lan")
    with pytest.raises(ReviewError, match="undone already"):
        collection.review().undo(1, by="Lan")


def test_the_graph_of_a_document_without_corrections_is_as_before(collection: Collection) -> None:
    before = sorted(map(str, collection.store.match(None, None, None, graph_of(KL57_IRI))))
    collection.review().reject("782-CV/ĐU", "28-CT/TU", by="Lan")
    assert sorted(map(str, collection.store.match(None, None, None, graph_of(KL57_IRI)))) == before
