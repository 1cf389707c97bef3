"""The rules by which a citation gets its document, in the order in which they are tried.

:mod:`legalkg.kg.identity.resolve` applies them; those of people's corrections :mod:`legalkg.kg.archive.corrections`.
"""

from __future__ import annotations

from typing import Final

from legalkg.extractors.rules import DECREE_30, REAL_TEXTS, Example, Rule, document

_DECIDES: Final = "none: the rule decides or it does not"
_IDENTITY: Final = "what tells one document from another in Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW"


def _report(body: str, date: str = "2025-03-01") -> str:
    return document("Báo cáo", "12/BC-BTC", date, "Bộ Tài chính", body)


def _directive_of(date: str, title: str = "Về quản lý nghề gốm") -> str:
    return document("Chỉ thị", "935-CT/TW", date, "Bộ Chính trị", "1. Giao việc.", title=title)


_DIRECTIVE_28 = document("Chỉ thị", "28-CT/TU", "2022-01-10", "Tỉnh ủy Sơn La", "1. Giao việc.")
_DECREE = document("Nghị định", "10/2022/NĐ-CP", "2022-01-15", "Chính phủ", "Điều 1. Giao việc.")

OWN_NUMBER = Rule(
    "resolution/own-number",
    "Type, number and date are those of the citing document, or the number alone where it names one document for ever: "
    "the document speaks of itself.",
    confidence=None,
    basis=_DECIDES,
    example=Example(
        document(
            "Nghị định", "10/2022/NĐ-CP", "2022-01-15", "Chính phủ",
            "Điều 1. Đăng Công báo Nghị định số 10/2022/NĐ-CP ngày 16/01/2022.",
        )
    ),
    counter_example=Example(
        document(
            "Nghị định", "10/2022/NĐ-CP", "2022-01-15", "Chính phủ",
            "Điều 1. Đăng Công báo Nghị định số 11/2022/NĐ-CP ngày 16/01/2022.",
        )
    ),
    source=DECREE_30,
)  # fmt: skip
NO_IDENTIFIER = Rule(
    "resolution/no-identifier",
    "Neither number nor name is given: the document is one of its own, known to the citing document only.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_report("Xét Tờ trình ngày 05/3/2024 của Sở Tài chính;")),
    counter_example=Example(_report("Xét Tờ trình số 45/TTr-STC ngày 05/3/2024 của Sở Tài chính;")),
    source=REAL_TEXTS,
)
SAME_IDENTITY = Rule(
    "resolution/same-identity",
    "A document that is held, or in the register, has the very IRI that the citation would get: everything "
    "agrees that tells it apart.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_report("Đã thực hiện Nghị định số 10/2022/NĐ-CP ngày 15/01/2022."), (_DECREE,)),
    counter_example=Example(_report("Đã thực hiện Nghị định số 11/2022/NĐ-CP ngày 15/01/2022."), (_DECREE,)),
    source=_IDENTITY,
)
NO_CANDIDATE = Rule(
    "resolution/no-candidate",
    "No document that is held or in the register bears the number or name, or none that fits in type, date, time and "
    "issuer: the cited document is one that is only cited.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_report("Đã thực hiện Chỉ thị số 935-CT/TW của Ban Bí thư."), (_directive_of("2025-06-14"),)),
    counter_example=Example(_report("Đã thực hiện Chỉ thị số 935-CT/TW."), (_directive_of("2019-05-30"),)),
    source=_IDENTITY,
)
ISSUER_UNKNOWN = Rule(
    "resolution/issuer-unknown",
    "A number that every province or body has its own of, and neither full date nor place tells whose it is: it may "
    "mean the documents of that number.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_report("Đã nghiên cứu Chỉ thị số 28-CT/TU."), (_DIRECTIVE_28,)),
    counter_example=Example(_report("Đã nghiên cứu Chỉ thị số 28-CT/TU của Tỉnh ủy Sơn La."), (_DIRECTIVE_28,)),
    source=_IDENTITY,
)
TITLE_REFUTES = Rule(
    "resolution/title-refutes",
    "The number begins anew with each term or year, the citation gives no day, and its title speaks of something else "
    "than that of the one document that fits: the cited document is one that is only cited.",
    confidence=None,
    basis="counted: of 136 citations with title and day of a known document 4 have a title less alike than 0.6, of 52 "
    "of another document with the number 45",
    example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW về phòng cháy rừng."),
        (_directive_of("2019-05-30", "Về đại hội đảng bộ các cấp"),),
    ),
    counter_example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW về đại hội đảng bộ."),
        (_directive_of("2019-05-30", "Về đại hội đảng bộ các cấp"),),
    ),
    source=REAL_TEXTS,
)
ONLY_CANDIDATE = Rule(
    "resolution/only-candidate",
    "One document of that number or name fits in type, date, time and issuer.",
    confidence=None,
    basis=_DECIDES,
    example=Example(_report("Đã thực hiện Chỉ thị số 935-CT/TW."), (_directive_of("2019-05-30"),)),
    counter_example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW."), (_directive_of("2019-05-30"), _directive_of("2024-06-14"))
    ),
    source=_IDENTITY,
)
VERSION_IN_FORCE = Rule(
    "resolution/version-in-force",
    "Of several versions of a law cited by its name, the latest, if all were in force on the day of the citing "
    "document; between the passing of a version and its effect either may be meant. A version later than a law that is "
    "said to amend it is not.",
    confidence=None,
    basis="counted: of 297 laws in legal bases, known by their numbers, name and day lead 279 to the right one, 2 to a "
    "wrong one (benchmarks/resolution.py)",
    example=Example(_report("Đã thực hiện Luật Đất đai.", "2020-03-01")),
    counter_example=Example(_report("Đã thực hiện Luật Đất đai.", "2024-03-01")),
    source=REAL_TEXTS,
)
TITLE_DECIDES = Rule(
    "resolution/title-decides",
    "Of several documents of one number, the one whose title the citation gives, in the words that tell their titles "
    "apart.",
    confidence=None,
    basis="counted: of 37 citations whose date says which of several is meant, 30 are decided so, and none wrongly",
    example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW về đại hội đảng bộ các cấp."),
        (_directive_of("2019-05-30", "Về đại hội đảng bộ các cấp"), _directive_of("2024-06-14", "Về phòng cháy rừng")),
    ),
    counter_example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW về công tác tư tưởng."),
        (_directive_of("2019-05-30", "Về đại hội đảng bộ các cấp"), _directive_of("2024-06-14", "Về phòng cháy rừng")),
    ),
    source=REAL_TEXTS,
)
SEVERAL_CANDIDATES = Rule(
    "resolution/several-candidates",
    "More than one document fits: it may mean any of them, and there is no edge.",
    confidence=None,
    basis=_DECIDES,
    example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW."), (_directive_of("2019-05-30"), _directive_of("2024-06-14"))
    ),
    counter_example=Example(
        _report("Đã thực hiện Chỉ thị số 935-CT/TW năm 2024."),
        (_directive_of("2019-05-30"), _directive_of("2024-06-14")),
    ),
    source=_IDENTITY,
)
REVIEW_ACCEPT = Rule(
    "resolution/review-accept",
    "A person confirmed what the citation was resolved to.",
    confidence=None,
    basis="a person's decision, with name, day and note",
    example=Example(
        _report("Đã thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,), review=("accept", "10/2022/NĐ-CP")
    ),
    counter_example=Example(_report("Đã thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,)),
    source="legalkg review accept",
)
REVIEW_REJECT = Rule(
    "resolution/review-reject",
    "A person decided that the citation means no document; there is no edge.",
    confidence=None,
    basis="a person's decision, with name, day and note",
    example=Example(
        _report("Đã thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,), review=("reject", "10/2022/NĐ-CP")
    ),
    counter_example=Example(_report("Đã thực hiện Nghị định số 10/2022/NĐ-CP."), (_DECREE,)),
    source="legalkg review reject",
)
REVIEW_RELINK = Rule(
    "resolution/review-relink",
    "A person decided which document the citation means.",
    confidence=None,
    basis="a person's decision, with name, day and note",
    example=Example(
        _report("Đã nghiên cứu Chỉ thị số 28-CT/TU."),
        (_DIRECTIVE_28,),
        review=("relink", "28-CT/TU", "chi-thi_28-ct-tu_2022-01-10"),
    ),
    counter_example=Example(_report("Đã nghiên cứu Chỉ thị số 28-CT/TU."), (_DIRECTIVE_28,)),
    source="legalkg review relink",
)

RESOLUTION_RULES: Final = (
    OWN_NUMBER,
    NO_IDENTIFIER,
    SAME_IDENTITY,
    NO_CANDIDATE,
    ISSUER_UNKNOWN,
    TITLE_REFUTES,
    ONLY_CANDIDATE,
    VERSION_IN_FORCE,
    TITLE_DECIDES,
    SEVERAL_CANDIDATES,
    REVIEW_ACCEPT,
    REVIEW_REJECT,
    REVIEW_RELINK,
)
"""Every rule that may decide what a citation means; those of people stand above all others."""
