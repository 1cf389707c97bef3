"""How schemathesis sends what it does not know by itself."""

import schemathesis


@schemathesis.serializer("application/sparql-query")
def as_it_is(context: schemathesis.SerializationContext, value: object) -> bytes:
    """Also what is no text, which it makes up to be refused."""
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")
