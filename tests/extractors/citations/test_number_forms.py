"""The forms of numbers met in real texts, one row a form: as printed, the type, as it should be written.

The organ code decides between Party (57-KL/TW) and State (362/QĐ-TTg): what real texts swap is put right.
"""

from __future__ import annotations

import pytest

from legalkg.extractors.citations.symbols import normal_number
from legalkg.extractors.registry.numbers import type_of_number
from tests.extractors.extraction_factories import check, doc

PARTY = [
    ("294-QĐ/TW", "Quyết định", "294-QĐ/TW"),
    ("52-NQ/TW", "Nghị quyết", "52-NQ/TW"),
    ("51-CT/TW", "Chỉ thị", "51-CT/TW"),
    ("02-HD/BTCTU", "Hướng dẫn", "02-HD/BTCTU"),
    ("49-KL/TW", "Kết luận", "49-KL/TW"),
    ("02-QĐ/TU", "Quyết định", "02-QĐ/TU"),
    ("38-HD/BTCTW", "Hướng dẫn", "38-HD/BTCTW"),
    ("06-HD/TW", "Hướng dẫn", "06-HD/TW"),
    ("05 - TB / TW", "Thông báo", "05-TB/TW"),
    ("555-KH/TU", "Kế hoạch", "555-KH/TU"),
    ("06-QĐi/TW", "Quy định", "06-QĐi/TW"),
    ("111 - TTr / UBKTTW", "Tờ trình", "111-TTr/UBKTTW"),
    ("16 / NQ - TW", "Nghị quyết", "16-NQ/TW"),
    ("19-CT/TU", "Chỉ thị", "19-CT/TU"),
    ("3988 - CV / TU", "Công văn", "3988-CV/TU"),
    ("04 - NQ / TU", "Nghị quyết", "04-NQ/TU"),
    ("469 - KL / TU", "Kết luận", "469-KL/TU"),
    ("378 - TTr / BTCTW", "Tờ trình", "378-TTr/BTCTW"),
    ("02-CTr / TU", "Chương trình", "02-CTr/TU"),
    ("21-KH/ĐU", "Kế hoạch", "21-KH/ĐU"),
    ("19-HD/UBKTTW", "Hướng dẫn", "19-HD/UBKTTW"),
    ("652 - TB / TU", "Thông báo", "652-TB/TU"),
    ("54 - NQ / TƯ", "Nghị quyết", "54-NQ/TƯ"),
    ("1007 - TB / HU", "Thông báo", "1007-TB/HU"),
    ("34 / CT - TW", "Chỉ thị", "34-CT/TW"),
    ("11-HD/VPTW", "Hướng dẫn", "11-HD/VPTW"),
    ("06-TT/TW", "Thông tri", "06-TT/TW"),
    ("942 - TTr / BCSĐCP", "Tờ trình", "942-TTr/BCSĐCP"),
    ("215 - TTr / ĐUCA", "Tờ trình", "215-TTr/ĐUCA"),
    ("34 - TTr / TCCS", "Tờ trình", "34-TTr/TCCS"),
    ("791 - NQ / QUTW", "Nghị quyết", "791-NQ/QUTW"),
    ("1108 - NQ / ĐU", "Nghị quyết", "1108-NQ/ĐU"),
    ("08 - BC / BCĐ", "Báo cáo", "08-BC/BCĐ"),
    ("05 - NQ - TW", "Nghị quyết", "05-NQ/TW"),
    ("707 - QĐ / HU", "Quyết định", "707-QĐ/HU"),
    ("04-NQ / HU", "Nghị quyết", "04-NQ/HU"),
    ("09-QC/TW", "Quy chế", "09-QC/TW"),
    ("151-HD/BTGTW", "Hướng dẫn", "151-HD/BTGTW"),
    ("116-BC/ĐU", "Báo cáo", "116-BC/ĐU"),
    ("20-HD/BTGDVTU", "Hướng dẫn", "20-HD/BTGDVTU"),
    ("07-TT/TU", "Thông tri", "07-TT/TU"),
    ("11/CT/TW", "Chỉ thị", "11-CT/TW"),
    ("26 - KL / TUQN - TUĐN", "Kết luận", "26-KL/TUQN-TUĐN"),
    ("116 - TB / UBKTTU", "Thông báo", "116-TB/UBKTTU"),
    ("825 / QĐ / TU", "Quyết định", "825-QĐ/TU"),
    ("58 - QÐ / TW", "Quyết định", "58-QĐ/TW"),
    ("379 - QĐ / UBKTTU", "Quyết định", "379-QĐ/UBKTTU"),
    ("558 - TB / UBKTTW", "Thông báo", "558-TB/UBKTTW"),
    ("11 - KH / TW", "Kế hoạch", "11-KH/TW"),
    ("19 / KL / TW", "Kết luận", "19-KL/TW"),
    ("8b-NQ / HNTW", "Nghị quyết", "8b-NQ/HNTW"),
    ("1037-TB / BTCTW", "Thông báo", "1037-TB/BTCTW"),
    ("09-CTr / HU", "Chương trình", "09-CTr/HU"),
    ("33 / NQ - TƯ", "Nghị quyết", "33-NQ/TƯ"),
    ("160 / QĐ - TW", "Quyết định", "160-QĐ/TW"),
    ("49 - TTr / TU", "Tờ trình", "49-TTr/TU"),
    ("10061 - CV / VPTW", "Công văn", "10061-CV/VPTW"),
    ("8011-CV/BTCTW", "Công văn", "8011-CV/BTCTW"),
    ("445-KL/TƯ", "Kết luận", "445-KL/TƯ"),
    ("05-TB/BCĐTW", "Thông báo", "05-TB/BCĐTW"),
    ("07-QĐI/TW", "Quy định", "07-QĐI/TW"),
    ("367 - QĐ/TWĐTN-VPĐO", "Quyết định", "367-QĐ/TWĐTN-VPĐO"),
    ("26 -CTr/TWĐTN-VP", "Chương trình", "26-CTr/TWĐTN-VP"),
    ("25 – NQ/TƯ", "Nghị quyết", "25-NQ/TƯ"),
    ("54-HD/BTGTU", "Hướng dẫn", "54-HD/BTGTU"),
    ("568-QĐNS/TW", "Quyết định", "568-QĐNS/TW"),
    ("27-KH/DU", "Kế hoạch", "27-KH/ĐU"),
    ("82-TB/ĐU", "Thông báo", "82-TB/ĐU"),
    ("279-CV/BNCTU", "Công văn", "279-CV/BNCTU"),
    ("17-TTr/ĐU", "Tờ trình", "17-TTr/ĐU"),
    ("65-Ctr/TU", "Chương trình", "65-Ctr/TU"),
]
FRONT_AND_STATE = [
    ("02/CT-TT", "Chỉ thị", "02/CT-TT"),
    ("89/QĐ-TT", "Quyết định", "89/QĐ-TT"),
    ("2393/QĐ- UBND", "Quyết định", "2393/QĐ-UBND"),
    ("37/KH-UBND", "Kế hoạch", "37/KH-UBND"),
    ("93 / NQ - CP", "Nghị quyết", "93/NQ-CP"),
    ("40/NQ-HĐBCQG", "Nghị quyết", "40/NQ-HĐBCQG"),
    ("16/KH-MTTQ-BTT", "Kế hoạch", "16/KH-MTTQ-BTT"),
    ("05/TT-MTTW-BTT", "Thông tri", "05/TT-MTTW-BTT"),
    ("13/HD-MTTQ-BTT", "Hướng dẫn", "13/HD-MTTQ-BTT"),
    ("98 - NQ / CP", "Nghị quyết", "98/NQ-CP"),
    ("17/QĐ-HKH", "Quyết định", "17/QĐ-HKH"),
    ("106 / TTr - UBND", "Tờ trình", "106/TTr-UBND"),
    ("236 / QĐ - BTTTT", "Quyết định", "236/QĐ-BTTTT"),
    ("17/TB-TTHĐND", "Thông báo", "17/TB-TTHĐND"),
    ("09/TB-UBBC", "Thông báo", "09/TB-UBBC"),
    ("07/QĐ-MTTQ-BTT", "Quyết định", "07/QĐ-MTTQ-BTT"),
    ("1483 / TB - TTCP", "Thông báo", "1483/TB-TTCP"),
    ("129 - KH / ĐĐHLGVN", "Kế hoạch", "129-KH/ĐĐHLGVN"),
    ("314 / QĐ - HLGVN", "Quyết định", "314/QĐ-HLGVN"),
    ("149 - QĐ / UBND", "Quyết định", "149/QĐ-UBND"),
    ("02/ĐA-UBND", "Đề án", "02/ĐA-UBND"),
    ("10/CT-TTG", "Chỉ thị", "10/CT-TTG"),
    ("38-HD/TĐV", "Hướng dẫn", "38-HD/TĐV"),
    ("06/KH-MTTW-BTT", "Kế hoạch", "06/KH-MTTW-BTT"),
    ("13/HD-MTTW-BTT", "Hướng dẫn", "13/HD-MTTW-BTT"),
    ("01/KH-TBTTKT", "Kế hoạch", "01/KH-TBTTKT"),
    ("03/QĐ-UBBC", "Quyết định", "03/QĐ-UBBC"),
    ("16/KH-BTT-MTTQ", "Kế hoạch", "16/KH-BTT-MTTQ"),
    ("665/TB-UBND", "Thông báo", "665/TB-UBND"),
    ("07/KH-HKH", "Kế hoạch", "07/KH-HKH"),
    ("677/QĐ-TTG", "Quyết định", "677/QĐ-TTG"),
    ("215 / KH - HLGVN", "Kế hoạch", "215/KH-HLGVN"),
    ("43 / CĐ - BGTVT", "Công điện", "43/CĐ-BGTVT"),
    ("01 / CT - BCA", "Chỉ thị", "01/CT-BCA"),
    ("3304 / TB - TTKQH", "Thông báo", "3304/TB-TTKQH"),
    ("2852 / KL - TTCP", "Kết luận", "2852/KL-TTCP"),
    ("05 - QĐ / UBMTTQVN", "Quyết định", "05-QĐ/UBMTTQVN"),
    ("24 - NQ / UBND", "Nghị quyết", "24/NQ-UBND"),
    ("01/HD-UBND", "Hướng dẫn", "01/HD-UBND"),
    ("40/TT-BNNPTNT", "Thông tư", "40/TT-BNNPTNT"),
    ("456/HD-SNN", "Hướng dẫn", "456/HD-SNN"),
    ("108/TT-BQP", "Thông tư", "108/TT-BQP"),
    ("2751/QĐ-UB", "Quyết định", "2751/QĐ-UB"),
    ("204 - KH / BCHTW - HLGVN", "Kế hoạch", "204-KH/BCHTW-HLGVN"),
    ("339 / NQ - BCH - HLGVN", "Nghị quyết", "339/NQ-BCH-HLGVN"),
    ("1711/KH-TTCP", "Kế hoạch", "1711/KH-TTCP"),
    ("118/TTr- STTTT", "Tờ trình", "118/TTr-STTTT"),
    ("16/KH-HĐTĐKT", "Kế hoạch", "16/KH-HĐTĐKT"),
    ("1893/QĐ-ĐDN", "Quyết định", "1893/QĐ-ĐDN"),
    ("02/CTr-BCH", "Chương trình", "02/CTr-BCH"),
    ("06b /NQ-TLĐ", "Nghị quyết", "06b/NQ-TLĐ"),
    ("230/HD-CCKL", "Hướng dẫn", "230/HD-CCKL"),
    ("988/QĐ-CĐKT", "Quyết định", "988/QĐ-CĐKT"),
]
FORMS = PARTY + FRONT_AND_STATE


def test_every_form_has_a_row() -> None:
    assert (len(PARTY), len(FRONT_AND_STATE)) == (71, 53)


@pytest.mark.parametrize(("printed", "kind", "number"), FORMS)
def test_normal_number(printed: str, kind: str, number: str) -> None:
    assert normal_number(printed.replace("Ð", "Đ").replace("–", "-")) == number


@pytest.mark.parametrize(("printed", "kind", "number"), FORMS)
def test_type_of_number(printed: str, kind: str, number: str) -> None:
    assert type_of_number(number) == kind


@pytest.mark.parametrize(("printed", "kind", "number"), FORMS)
def test_behind_type_word(printed: str, kind: str, number: str) -> None:
    check(f"Cơ quan đã nhận được ⟦{kind} số {printed}⟧ để nghiên cứu.", [doc(kind, number)])


@pytest.mark.parametrize(("printed", "kind", "number"), FORMS)
def test_with_date_and_without_so(printed: str, kind: str, number: str) -> None:
    check(f"Theo ⟦{kind.lower()} {printed}, ngày 05/02/2024⟧ thì phải làm.", [doc(kind, number, "2024-02-05")])


@pytest.mark.parametrize(("printed", "kind", "number"), FORMS)
def test_alone(printed: str, kind: str, number: str) -> None:
    check(f"Xem ⟦{printed}⟧ và các phụ lục.", [doc(kind, number)])
