"""Where a collection is: the folder of its archive, and its graph in that folder or in a SPARQL endpoint.

One setting chooses: ``LEGALKG_STORE`` is a folder, or the address at which an endpoint answers queries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from legalkg.kg.errors import WrongUsage

ARCHIVE = "archive.sqlite"
GRAPH = "graph"
WORDS = "words"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A store that is reached over HTTP by the protocols of SPARQL 1.1.

    Attributes:
        query: Address for queries.
        update: Address for updates; None if it is only read.
        graphs: Address of the Graph Store Protocol, if whole graphs are to be written by it.
        bulk: Address that takes N-Quads, the quickest way in, where the server has one.
        user: Name for basic authentication.
        password: Password for it.
        token: Token for bearer authentication.
        timeout: Seconds that one request may take.
        retries: How often a request is made again that failed for a reason that may pass.
    """

    query: str
    update: str | None = None
    graphs: str | None = None
    bulk: str | None = None
    user: str | None = None
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    timeout: float = 60.0
    retries: int = 5


@dataclass(frozen=True, slots=True)
class Location:
    """Where a collection is.

    Attributes:
        folder: Folder of the archive, and of the graph if it is not elsewhere.
        endpoint: Where the graph is otherwise.
    """

    folder: Path
    endpoint: Endpoint | None = None

    @property
    def has_archive(self) -> bool:
        """Whether there is an archive in the folder."""
        return (self.folder / ARCHIVE).is_file()

    def __str__(self) -> str:
        """Return folder or address, without user and password."""
        return without_credentials(self.endpoint.query) if self.endpoint else str(self.folder)


class StoreSettings(BaseSettings):
    """The settings that say where the collection is."""

    model_config = SettingsConfigDict(env_prefix="LEGALKG_", env_ignore_empty=True, frozen=True)

    store: Annotated[str, BeforeValidator(str)] = Field(
        default=".legalkg", description="Folder of the collection, or address for queries of a SPARQL endpoint."
    )
    archive: Path = Field(default=Path(".legalkg"), description="With an endpoint: folder of the archive.")
    store_update: str | None = Field(default=None, description="With an endpoint: address for updates.")
    store_graphs: str | None = Field(default=None, description="With an endpoint: address of the Graph Store Protocol.")
    store_bulk: str | None = Field(default=None, description="With an endpoint: address that takes N-Quads.")
    store_user: str | None = Field(default=None, description="With an endpoint: name for basic authentication.")
    store_password: SecretStr = Field(default=SecretStr(""), description="With an endpoint: password for it.")
    store_token: SecretStr = Field(default=SecretStr(""), description="With an endpoint: token to bear.")
    store_timeout: float = Field(default=60, gt=0, description="With an endpoint: seconds for one request.")
    store_retries: int = Field(default=5, ge=0, description="With an endpoint: how often a request is made again.")

    @classmethod
    def read(cls, **given: Any) -> Self:
        """Read the settings from the environment; a variable that is empty counts as not set.

        Args:
            given: What goes before the environment, by the name of the field.

        Raises:
            WrongUsage: One has a value that it cannot have.
        """
        try:
            return cls(**given)
        except ValidationError as error:
            wrong = (f"LEGALKG_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors())
            raise WrongUsage("; ".join(wrong)) from error

    def location(self, store: str | None = None) -> Location:
        """Return where the collection is.

        Args:
            store: Goes before the setting ``store``.

        Raises:
            WrongUsage: An address is none.
        """
        store = store or self.store
        folder = self.archive if "://" in store else Path(store)
        try:
            str(folder).encode()
        except UnicodeEncodeError as error:
            raise WrongUsage(f"{str(folder)!r}: the folder of a collection needs a name in UTF-8") from error
        if "://" not in store:
            return Location(folder)
        for address in filter(None, (store, self.store_update, self.store_graphs, self.store_bulk)):
            parts = urlsplit(address)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise WrongUsage(f"{without_credentials(address)!r} is no address of an endpoint: http://host/query")
        return Location(
            folder,
            Endpoint(
                query=store,
                update=self.store_update or None,
                graphs=self.store_graphs or None,
                bulk=self.store_bulk or None,
                user=self.store_user,
                password=self.store_password.get_secret_value(),
                token=self.store_token.get_secret_value(),
                timeout=self.store_timeout,
                retries=self.store_retries,
            ),
        )


def without_credentials(address: str) -> str:
    """Return an address without user and password in it."""
    scheme, mark, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return scheme + mark + host.rpartition("@")[2] + slash + path
