"""Offices that speak and sign: 'CHỦ TỊCH', 'PHÓ TỔNG GIÁM ĐỐC', 'CHÁNH ÁN'."""

from __future__ import annotations

import re

OFFICE_WORDS = (
    r"(?:(?:PHÓ\s+)?CHỦ\s+TỊCH|(?:THỨ|BỘ|CỤC|VỤ|VIỆN|TỔNG\s+CỤC|CHI\s+CỤC|PHÓ\s+TRƯỞNG|"
    r"PHÓ\s+CỤC)\s+TRƯỞNG|(?:PHÓ\s+)?TRƯỞNG\s+BAN|(?:PHÓ\s+)?(?:TỔNG\s+)?GIÁM\s+ĐỐC|"
    r"(?:PHÓ\s+)?THỦ\s+TƯỚNG|"
    r"(?:PHÓ\s+)?(?:TỔNG\s+)?BÍ\s+THƯ|CHÁNH\s+(?:ÁN|VĂN\s+PHÒNG|THANH\s+TRA)|(?:PHÓ\s+)?THỐNG\s+ĐỐC|"
    r"(?:PHÓ\s+)?(?:BỘ\s+TRƯỞNG,\s+)?CHỦ\s+NHIỆM|(?:PHÓ\s+)?TỔNG\s+(?:THANH\s+TRA|KIỂM\s+TOÁN)|"
    r"BAN\s+THƯỜNG|BỘ\s+CHÍNH|PHÓ\s+TRƯỞNG|TRƯỞNG\s+PHÒNG|THƯỜNG\s+TRỰC|HIỆU\s+TRƯỞNG|UỶ\s+VIÊN)"
)
"""Pattern of their first words in capitals."""

SPEAKS = re.compile(rf"(?:{OFFICE_WORDS}|CHÍNH PHỦ$|ỦY BAN NHÂN|HỘI ĐỒNG NHÂN|ỦY BAN THƯỜNG|QUỐC HỘI)")
"""The first words of a line below the title in which the issuer speaks."""
