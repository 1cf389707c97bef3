from pathlib import Path

import pytest

from legalkg.api.settings import Settings
from legalkg.kg.errors import LegalkgError


def test_every_setting_is_documented() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_environment_is_read_and_the_command_goes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGALKG_PORT", "9001")
    monkeypatch.setenv("LEGALKG_STORE", "/srv/kho")
    assert Settings.read().port == 9001
    assert Settings.read(port=7).port == 7
    assert Settings.read(port=7).location().folder == Path("/srv/kho")


@pytest.mark.parametrize(
    ("name", "value"),
    [("LEGALKG_PORT", "abc"), ("LEGALKG_PORT", "70000"), ("LEGALKG_QUERY_TIMEOUT", "0"), ("LEGALKG_MAX_RESULTS", "-1")],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(LegalkgError, match=name):
        Settings.read()
