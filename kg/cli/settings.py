"""The settings of the command line, read from the environment: ``LEGALKG_STORE``."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What every command may need to know."""

    model_config = SettingsConfigDict(env_prefix="LEGALKG_", frozen=True)

    store: Path = Path(".legalkg")
    """Folder of the collection."""
