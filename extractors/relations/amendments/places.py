"""Where a provision lies that is named by its smallest units only: 'khoản 4a', 'điểm a', 'tên Điều'.

The larger units stand behind it in the same sentence ('khoản 1 và bổ sung khoản 1a Điều 7'), else before it ('khoản 2
Điều 7 và khoản 3'), else in the heading of its item ('2. Sửa đổi một số khoản của Điều 7: a) Sửa đổi khoản 2').
"""

from __future__ import annotations

from collections.abc import Sequence

from legalkg.extractors.relations.amendments.named import ITS_ARTICLE, ITS_PART, Named, above, bottom, top

_ARTICLE = 5


def placed(path: str, index: int, sentence: Sequence[Named], heading: Sequence[str]) -> str | None:
    """Return the whole path of a provision; None where the text does not say what it lies in.

    Args:
        path: As it is named.
        index: Which of the sentence names it.
        sentence: All that its sentence names.
        heading: Whole paths that the heading of its item names.
    """
    size = top(path)
    if path == ITS_PART:
        return _common(heading)
    if 1 <= size <= _ARTICLE and not _is_put_into(size, index, sentence):
        return path
    larger = _behind(size, index, sentence) or _before(size, index, sentence)
    if not larger:
        return _in_heading(path, heading)
    if top(larger) > _ARTICLE:
        # "điểm c1 vào sau điểm c khoản 3", in an item on Điều 128
        larger = placed(larger, index, sentence, heading) or ""
    return _joined(larger, path) if larger else None


def _in_heading(path: str, heading: Sequence[str]) -> str | None:
    """'2. Sửa đổi một số khoản của Điều 7: a) Bãi bỏ [khoản 2]'; an annex lies in nothing."""
    larger = list(dict.fromkeys(above(one, top(path)) for one in heading))
    if len(larger) > 1 and path != ITS_ARTICLE:
        ends = [one for one in heading if one == path or one.endswith(f"__{path}")]
        return ends[0] if len(ends) == 1 else None
    if larger and larger[0]:
        return _joined(larger[0], path)
    return path if top(path) < 1 else None


def _common(paths: Sequence[str]) -> str | None:
    """Return the provision that all paths lie in."""
    common: list[str] = []
    for steps in zip(*(path.split("__") for path in paths), strict=False):
        if len(set(steps)) > 1:
            break
        common.append(steps[0])
    return "__".join(common) or None


def _joined(larger: str, path: str) -> str:
    return larger if path == ITS_ARTICLE else f"{larger}__{path}"


def _is_put_into(size: float, index: int, sentence: Sequence[Named]) -> bool:
    """'Mục 1, Mục 2 trong Chương III': what stands right behind is larger."""
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    return following is not None and following.role == "place" and size < _ARTICLE and bottom(following.paths[0]) < size


def _behind(size: float, index: int, sentence: Sequence[Named]) -> str:
    for one in sentence[index + 1 :]:
        first = one.paths[0]
        contains = one.role == "place" and bottom(first) < size
        if one.role != "other" and (contains or size == 5.5 or _has(first, size)) and (larger := above(first, size)):
            return larger
    return ""


def _has(path: str, size: float) -> bool:
    return any(top(step) == size for step in path.split("__"))


def _before(size: float, index: int, sentence: Sequence[Named]) -> str:
    for one in reversed(sentence[: index + 1]):
        for other in reversed(one.paths if one.role != "other" else ()):
            if larger := above(other, size):
                return larger
    return ""
