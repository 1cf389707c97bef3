"""Links between partial identities and fuller ones."""

import pytest

from legalkg.extractors.model import CitedDocument
from legalkg.kg.catalogue.same_as import says_more
from legalkg.kg.chains.query import ChainQuery
from legalkg.kg.collection import Collection
from legalkg.kg.identity.keys import BASE, DocumentFacts
from legalkg.kg.rdf.vocabulary import IDENTITIES, term
from tests.kg.kg_factories import KL57, Made, cited, collection_of, letter_782, made, put
from tests.narrowing import value_of

TERM_XII = DocumentFacts("Nghị quyết", "18-NQ/TW", None, "Bộ Chính trị khóa XII")
FULL = DocumentFacts("Kết luận", "57-KL/TW", "2023-06-15")


@pytest.mark.parametrize(
    ("partial", "other", "more"),
    [
        (DocumentFacts("Kết luận", "57-KL/TW"), FULL, True),
        (DocumentFacts("Kết luận", "57-KL/TW", "2023"), FULL, True),
        (DocumentFacts(None, "57-KL/TW", "2023-06-15"), FULL, True),
        (FULL, FULL, False),
        (FULL, DocumentFacts("Kết luận", "57-KL/TW"), False),
        (DocumentFacts("Kết luận", "57-KL/TW", "2022"), FULL, False),
        (DocumentFacts("Thông báo", "57-KL/TW"), FULL, False),
        (
            DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Thành ủy"),
            DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Thành ủy Thành phố Hồ Chí Minh"),
            True,
        ),
        # a term without a day says more than nothing, and less than a day in it
        (DocumentFacts("Nghị quyết", "18-NQ/TW"), TERM_XII, True),
        (TERM_XII, DocumentFacts("Nghị quyết", "18-NQ/TW"), False),
        (TERM_XII, DocumentFacts("Nghị quyết", "18-NQ/TW", "2017-10-25"), True),
        (TERM_XII, DocumentFacts("Nghị quyết", "18-NQ/TW", "2022-06-16"), False),
        (TERM_XII, DocumentFacts("Nghị quyết", "18-NQ/TW", None, "Bộ Chính trị khóa XIII"), False),
        # without the date nobody knows whose directive 28 it is
        (
            DocumentFacts("Chỉ thị", "28-CT/TU"),
            DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Tỉnh ủy Sơn La"),
            False,
        ),
        (
            DocumentFacts("Chỉ thị", "28-CT/TU", None, "Tỉnh ủy Sơn La"),
            DocumentFacts("Chỉ thị", "28-CT/TU", "2023-10-16", "Tỉnh ủy Sơn La"),
            True,
        ),
    ],
)
def test_says_more(partial: DocumentFacts, other: DocumentFacts, more: bool) -> None:
    assert says_more(partial, other) is more


def citing(number: str, date: str, *documents: CitedDocument) -> Made:
    return made(
        number, "Báo cáo", date, "Bộ Tài chính", cites=[("implements", d) for d in documents], path=f"{number[0]}.txt"
    )


UNDATED = cited("57-KL/TW", "Kết luận")


def linked(collection: Collection) -> set[tuple[str, str]]:
    quads = collection.store.match(None, term("kg:sameDocumentAs"), None, IDENTITIES)
    return {(value_of(q.subject).removeprefix(BASE), value_of(q.object).removeprefix(BASE)) for q in quads}


LINK = {("ket-luan_57-kl-tw", "ket-luan_57-kl-tw_2023-06-15")}


@pytest.mark.parametrize("turned", [False, True])
def test_an_undated_citation_is_linked_to_the_one_fuller_document_not_renamed(turned: bool) -> None:
    documents = [citing("1/BC-BTC", "2024-01-01", UNDATED), citing("2/BC-BTC", "2024-01-02", KL57)]
    with collection_of(*(reversed(documents) if turned else documents)) as collection:
        assert linked(collection) == LINK
        assert collection.document("ket-luan_57-kl-tw").date is None  # it stands as it was
        assert collection.find("57-KL/TW").date == "2023-06-15"
        down = collection.chain(collection.document("ket-luan_57-kl-tw"), ChainQuery("down"))
        assert {step.source.number for step in down.steps} == {"1/BC-BTC", "2/BC-BTC"}


def test_two_fuller_documents_are_one_too_many() -> None:
    other = cited("57-KL/TW", "Kết luận", "2018-01-01")
    documents = citing("1/BC-BTC", "2024-01-01", UNDATED), citing("2/BC-BTC", "2024-01-02", KL57, other)
    with collection_of(*documents) as collection:
        assert linked(collection) == set()


def test_a_fuller_document_of_a_later_date_is_not_meant() -> None:
    with collection_of(citing("1/BC-BTC", "2022-01-01", UNDATED), citing("2/BC-BTC", "2024-01-02", KL57)) as collection:
        assert linked(collection) == set()


def test_a_link_goes_when_its_ground_goes() -> None:
    with collection_of(citing("1/BC-BTC", "2024-01-01", UNDATED), citing("2/BC-BTC", "2024-01-02", KL57)) as collection:
        put(collection, citing("2/BC-BTC", "2024-01-02"))
        assert linked(collection) == set()
        put(collection, citing("2/BC-BTC", "2024-01-02", KL57))
        assert linked(collection) == LINK


def test_a_letter_held_without_a_date_is_one_with_its_dated_copy() -> None:
    dated = made("782-CV/ĐU", "Công văn", "2024-02-20", "Đảng ủy Sở Giáo dục và Đào tạo", path="dated.txt")
    with collection_of(letter_782(), dated) as collection:
        found = collection.find("782-CV/ĐU")
        assert found.date == "2024-02-20"
        assert "57-KL/TW" in {document.number for document in collection.chain(found).documents}
