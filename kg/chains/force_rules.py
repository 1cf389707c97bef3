"""The rules by which a document is in force or not, in the order in which :mod:`legalkg.kg.chains.force` tries them."""

from __future__ import annotations

from typing import Final

from legalkg.extractors.rules import LAW_ON_LAWS, Example, Rule, document

_DECIDES: Final = "none: the rule decides or it does not"


def _decree(number: str, date: str, body: str, effective: str | None = None) -> str:
    from_day = f"\nĐiều 2. Nghị định này có hiệu lực thi hành kể từ ngày {effective}." if effective else ""
    return document("Nghị định", number, date, "Chính phủ", f"Điều 1. {body}{from_day}")


_AMENDING = document(
    "Nghị định", "31/2023/NĐ-CP", "2023-05-10", "Chính phủ",
    "Điều 1. Sửa đổi, bổ sung Điều 5 Nghị định số 10/2022/NĐ-CP.\n"
    "Điều 2. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2023.",
    title="Sửa đổi, bổ sung một số điều của Nghị định số 10/2022/NĐ-CP",
)  # fmt: skip
_DECREE = _decree("10/2022/NĐ-CP", "2022-01-15", "Giao việc.", "01 tháng 3 năm 2022")


def _later(body: str) -> str:
    return _decree("75/2025/NĐ-CP", "2025-06-20", body, "01 tháng 7 năm 2025")


NOT_ISSUED = Rule(
    "force/not-issued",
    "The document is of a later day: it is not yet in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_DECREE, day="2021-12-31"),
    counter_example=Example(_DECREE, day="2022-02-01"),
    source=LAW_ON_LAWS,
)
NOT_EFFECTIVE = Rule(
    "force/not-effective",
    "The document takes effect on a later day: it is not yet in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_DECREE, day="2022-02-01"),
    counter_example=Example(_DECREE, day="2022-03-01"),
    source=LAW_ON_LAWS,
)
ENDED = Rule(
    "force/ended",
    "Another document, already in effect, replaces or repeals the whole of it: it is no longer in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_later("Bãi bỏ Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-07-01"),
    counter_example=Example(_later("Bãi bỏ Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-06-30"),
    source=LAW_ON_LAWS,
)
SUPERSEDED = Rule(
    "force/superseded",
    "The register knows a later version of the statute that is in effect: it is no longer in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example("Thực hiện Luật Đất đai số 45/2013/QH13.", day="2025-01-01"),
    counter_example=Example("Thực hiện Luật Đất đai số 45/2013/QH13.", day="2020-01-01"),
    source=LAW_ON_LAWS,
)
END_UNDATED = Rule(
    "force/end-undated",
    "Another document ends it, on which day is not known well enough: nobody can say whether it is in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example("Nghị định số 975/2023/NĐ-CP thay thế Nghị định số 10/2022/NĐ-CP.", day="2025-01-01"),
    counter_example=Example(
        "Nghị định số 975/2023/NĐ-CP ngày 01/6/2023 thay thế Nghị định số 10/2022/NĐ-CP.", day="2025-01-01"
    ),
    source=LAW_ON_LAWS,
)
SUSPENDED = Rule(
    "force/suspended",
    "Another document, already in effect, suspends the whole of it.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_later("Ngưng hiệu lực Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    counter_example=Example(_later("Ngưng hiệu lực Điều 5 Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    source=LAW_ON_LAWS,
)
CHANGED = Rule(
    "force/changed",
    "Another document, already in effect, amends it, or ends or suspends a part: it is partly in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_later("Bãi bỏ Điều 5 Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    counter_example=Example(_later("Bãi bỏ Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    source=LAW_ON_LAWS,
)
EXTENDED = Rule(
    "force/extended",
    "Another document, already in effect, lets it go on: it is in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_later("Kéo dài thời gian thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    counter_example=Example(_later("Tiếp tục thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,), day="2025-08-01"),
    source=LAW_ON_LAWS,
)
AMENDED_ENDED = Rule(
    "force/amended-ended",
    "The document does nothing but amend others, and all that it amends has ended: nobody says what is left of it.",
    confidence=None,
    basis=_DECIDES,
    example=Example(
        _AMENDING,
        (_DECREE, _later("Bãi bỏ Nghị định số 10/2022/NĐ-CP.")),
        day="2025-08-01",
    ),
    counter_example=Example(
        _AMENDING,
        (_DECREE, _later("Bãi bỏ Nghị định số 10/2022/NĐ-CP.")),
        day="2025-06-30",
    ),
    source=LAW_ON_LAWS,
)
EFFECTIVE = Rule(
    "force/effective",
    "It took effect, nothing known ends it, and it is a document of the State: it is in force.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_DECREE, day="2022-03-01"),
    counter_example=Example(_decree("10/2022/NĐ-CP", "2022-01-15", "Giao việc."), day="2022-03-01"),
    source=LAW_ON_LAWS,
)
NO_REGISTER = Rule(
    "force/no-register",
    "A Party document of which nothing else is said: nobody keeps a register of their validity, so it is unknown.",
    confidence=None,
    basis=_DECIDES,
    example=Example("Thực hiện Kết luận số 57-KL/TW ngày 15/6/2023 của Bộ Chính trị.", day="2025-01-01"),
    counter_example=Example("Thực hiện Nghị định số 10/2022/NĐ-CP ngày 15/01/2022.", day="2025-01-01"),
    source="no register of the validity of Party documents is known to us",
)
NOTHING_KNOWN = Rule(
    "force/nothing-known",
    "Nothing tells from when the document has effect: it is unknown.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_decree("10/2022/NĐ-CP", "2022-01-15", "Giao việc."), day="2025-01-01"),
    counter_example=Example(_DECREE, day="2025-01-01"),
    source=LAW_ON_LAWS,
)

FORCE_RULES: Final = (
    NOT_ISSUED,
    NOT_EFFECTIVE,
    ENDED,
    SUPERSEDED,
    END_UNDATED,
    SUSPENDED,
    CHANGED,
    EXTENDED,
    AMENDED_ENDED,
    EFFECTIVE,
    NO_REGISTER,
    NOTHING_KNOWN,
)
"""Every rule that may decide whether a document is in force."""
