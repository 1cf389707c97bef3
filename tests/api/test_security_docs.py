"""What docs/security.md promises stands in the settings, and the other way round."""

import re
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from legalkg.api.settings import Settings
from legalkg.kg.cli.settings import CliSettings
from legalkg.kg.location import StoreSettings

ROOT = Path(__file__).resolve().parents[2]
TABLE = re.compile(r"^\| `LEGALKG_(\w+)` \| ([^|]*) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def documented() -> dict[str, str]:
    return dict(TABLE.findall((ROOT / "docs" / "security.md").read_text(encoding="utf-8")))


def own(kind: type[BaseSettings]) -> dict[str, FieldInfo]:
    return {name.upper(): field for name, field in kind.model_fields.items() if name not in StoreSettings.model_fields}


def test_every_setting_stands_there_and_no_other(documented: dict[str, str]) -> None:
    assert set(documented) == set(own(Settings)) | set(own(CliSettings))


def test_the_defaults_are_those(documented: dict[str, str]) -> None:
    units = {"MiB": 1 << 20, "GiB": 1 << 30, "s": 1}
    for name, field in (own(Settings) | own(CliSettings)).items():
        said = documented[name].strip()
        if found := re.fullmatch(r"([\d,]+)(?: (MiB|GiB|s))?", said):
            number = int(found[1].replace(",", ""))
            bytes_wanted = name.endswith(("BYTES", "READING_MAX_MEMORY"))
            assert number * (units[found[2]] if found[2] and bytes_wanted else 1) == field.default, name
        elif isinstance(field.default, tuple):
            assert tuple(said.strip("`").split(",")) == field.default, name
        else:
            default = str(field.default).lower() if isinstance(field.default, bool) else field.default
            assert said.strip("`") == default, name


def test_the_settings_of_stores_stand_in_their_own_page() -> None:
    page = (ROOT / "docs" / "stores.md").read_text(encoding="utf-8")
    assert not [name for name in StoreSettings.model_fields if f"LEGALKG_{name.upper()}" not in page]
