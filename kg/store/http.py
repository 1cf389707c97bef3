"""Requests to a server that may be down for a while: they are made again, later and later, and then it is said.

All that is sent may be sent twice: a query asks, an update says what is to be there.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Mapping
from typing import IO

import httpx

from legalkg.kg.errors import StoreError
from legalkg.kg.location import Endpoint, without_credentials

_PASSING = frozenset({429, 502, 503, 504})
"""Statuses of what may be better in a moment."""
_FIRST_WAIT = 0.2
_LONGEST_WAIT = 30.0
_IN_MEMORY = 16 << 20
"""Bytes of an answer that are held in memory; more goes to a file that is gone when it was read."""
_SHOWN = 200


class Refused(StoreError):  # noqa: N818  (what the server did)
    """The server answered that it will not do this.

    Attributes:
        status: The HTTP status.
        said: What it said, shortened.
        retry_after: Seconds after which it wants to be asked again; 0 if it names none.
    """

    def __init__(self, address: str, status: int, said: str, advice: str, retry_after: float = 0.0) -> None:
        self.status = status
        self.said = said
        self.retry_after = retry_after
        super().__init__(f"{address} answered {status}{': ' + said if said else ''}{advice}")


class Answered:
    """What a server answered: the media type, and the bytes to be read once."""

    def __init__(self, media_type: str, body: IO[bytes]) -> None:
        self.media_type = media_type
        self.body = body


class HttpClient:
    """Makes the requests to one endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Prepare.

        Args:
            endpoint: Its addresses, credentials and limits.
        """
        self._retries = endpoint.retries
        auth = httpx.BasicAuth(endpoint.user, endpoint.password) if endpoint.user else None
        headers = {"User-Agent": "legalkg"}
        if endpoint.token:
            headers["Authorization"] = f"Bearer {endpoint.token}"
        self._client = httpx.Client(auth=auth, headers=headers, timeout=endpoint.timeout, follow_redirects=True)

    def send(
        self,
        method: str,
        address: str,
        content: bytes = b"",
        *,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None = None,
    ) -> Answered:
        """Make a request, again if it fails for a reason that may pass.

        Raises:
            Refused: The server will not do it.
            StoreError: It cannot be reached, or does not answer in time.
        """
        for attempt in range(self._retries + 1):
            wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2**attempt) * random.uniform(0.5, 1.0)  # noqa: S311  (no secret)
            try:
                return self._send(method, address, content, headers, params)
            except httpx.TransportError as error:
                failure: StoreError = _unreachable(address, error)
            except Refused as refusal:
                if refusal.status not in _PASSING:
                    raise
                failure = refusal
                wait = max(wait, refusal.retry_after)
            if attempt < self._retries:
                time.sleep(wait)
        raise failure

    def close(self) -> None:
        """Close connections."""
        self._client.close()

    def _send(
        self, method: str, address: str, content: bytes, headers: Mapping[str, str], params: Mapping[str, str] | None
    ) -> Answered:
        with self._client.stream(method, address, content=content, headers=headers, params=params) as response:
            if response.is_error:
                raise _refused(address, response)
            body = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  (who reads it closes it)
            for part in response.iter_bytes():
                body.write(part)
            body.seek(0)
            return Answered(response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), body)


def _seconds(retry_after: str) -> float:
    return min(_LONGEST_WAIT, float(retry_after)) if retry_after.isdigit() else 0.0


def _unreachable(address: str, error: httpx.TransportError) -> StoreError:
    shown = without_credentials(address)
    if isinstance(error, httpx.TimeoutException):
        return StoreError(f"{shown} does not answer in time; LEGALKG_STORE_TIMEOUT says how long to wait")
    return StoreError(f"{shown} cannot be reached: {error}; is the server running?")


def _refused(address: str, response: httpx.Response) -> Refused:
    said = " ".join(next(response.iter_text(_SHOWN * 4), "").split())[:_SHOWN]
    if "html" in response.headers.get("Content-Type", ""):
        said = ""
    advice = {
        401: "; set LEGALKG_STORE_USER and LEGALKG_STORE_PASSWORD, or LEGALKG_STORE_TOKEN",
        403: "; these credentials may not do this",
        404: "; is the address right?",
        405: "; the server does not take this here: is the address right, may it be written to?",
    }.get(response.status_code, "")
    retry_after = _seconds(response.headers.get("Retry-After", ""))
    return Refused(without_credentials(address), response.status_code, said, advice, retry_after)
