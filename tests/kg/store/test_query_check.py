"""Which queries are harmless: judged by their tokens, whatever stands around the words that matter."""

import itertools
import socket
import threading
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from pyoxigraph import Store

from legalkg.kg.errors import QueryError
from legalkg.kg.rdf.vocabulary import PREFIXES
from legalkg.kg.store.query_check import check_query


def is_refused(query: str) -> bool:
    try:
        check_query(query, PREFIXES)
    except QueryError:
        return True
    return False


HARMLESS = [
    "SELECT * { ?s ?p ?o }",
    "ask{}",
    "PREFIX s: <http://x/> BASE <http://y/> SELECT * { ?s s:p ?o }",
    "# SERVICE <http://x/> {}\nASK {}",
    "ASK { ?s ?p 'SERVICE', \"LOAD <http://x/>\" }",
    'ASK { ?s ?p \'\'\'it\'s a SERVICE\'\'\', """a "SERVICE" """ }',
    'ASK { ?s ?p "quoted \\" SERVICE", \'\\\\\' }',
    "ASK { ?s ?p 'dịch vụ SERVICE'@en-GB, 'SERVICE'^^<http://x/SERVICE> }",
    "ASK { ?s ?p <http://x/SERVICE#SERVICE>, <http://x/(SERVICE)'> }",
    "ASK { FILTER(?x = <http://x/a)SERVICE'#b>) }",
    "ASK { FILTER(?x IN (<urn:SERVICE#b>, <urn:b>)) }",
    "ASK { ?s <urn:p#SERVICE> ?o }",
    "ASK { VALUES (?a ?b) { (<urn:a> <urn:service>) } }",
    "SELECT ?service ?serviceName { ?service ?from ?load FILTER(?service < 3 && ?load > 2) }",
    "PREFIX ex: <http://x/> ASK { ex:service ex:LOAD ex:v1.2 }",
    "PREFIX ex: <http://x/> SELECT ?a·b { ?a·b ex:x 'it\\u0027s \\u0022', 1.5e3, -2, .5, true, 'x'@en--ltr }",
    "SELECT ?from { ?s ?p ?n FILTER((?n<10)&&(?m>20)) FILTER(regex(?n,'add')) }",
    "SELECT * { <<?s ?p ?o>> ?q ?r FILTER(?r<'it\\'s') }",
    "PREFIX : <http://x/> ASK { :service :p _:service }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(1<2 && 3>2) }",
    "SELECT * { ?s ?p ?o FILTER(?o<5) FILTER(?o>'SERVICE') }",
    "SELECT * { ?s kg:restsOn+/^kg:cites|!(kg:amends) ?o } ORDER BY ?s LIMIT 5",
]


@pytest.mark.parametrize("query", HARMLESS)
def test_what_is_harmless_is_let_through(query: str) -> None:
    assert check_query(query, PREFIXES) == ()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { sErViCe SILENT <http://x/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { FILTER(1<2)SERVICE#>\n<http://x/> { ?a ?b ?c } }", "comparison"),
        ("ASK { FILTER(1<2)?a?b'>' SERVICE <http://x/> {} }", "comparison"),
        ('ASK { FILTER(1<2)#>"""\nSERVICE <http://x/> {}\n#"""\n}', "comparison"),
        ("ASK { FILTER(1<(2))SERVICE<http://x/>{} FILTER(1>2) }", "SERVICE"),
        ("ASK { ?s ?p 1SERVICE <http://x/> {} }", "SERVICE"),
        ("ASK { ?s ?p 1.SERVICE <http://x/> {} }", "SERVICE"),
        ("ASK { ?s ?p trueSERVICE <http://x/> {} }", "SERVICE"),
        ("PREFIX e: <http://x/> ASK { ?s ?p e:.SERVICE <http://x/> {} }", "SERVICE"),
        ("PREFIX : <http://x/> ASK { SERVICE:y { ?a ?b ?c } }", "SERVICE"),
        ("ASK { # a comment that a carriage return ends\rSERVICE <http://x/> {} }", "SERVICE"),
        (r"ASK { SER\u0056ICE <http://x/> {} }", "means nothing"),
        (r"ASK { \U00000053ERVICE <http://x/> {} }", "means nothing"),
        (r"PREFIX : <http://x/> ASK { ?s :p\u0020SERVICE <http://x/> {} }", "means nothing"),
        ("PREFIX : <http://x/> SELECT * { OPTIONAL {?s ?p :a·\\' } SERVICE <http://x/> {} } # '", "SERVICE"),
        ("PREFIX : <http://x/> SELECT * { OPTIONAL {?s ?p :a、\\' } SERVICE <http://x/> {} } # '", "SERVICE"),
        ("SELECT * { OPTIONAL {<<?s?p'>'>> ?q ?o} SERVICE <http://x/> {} } # '", "two ways"),
        ("SELECT * { OPTIONAL {?x ?y <<(?s?p'>')>>} SERVICE <http://x/> {} } # '", "two ways"),
        ("SELECT * { OPTIONAL {?x ?y <http://a/\\u+041'>} SERVICE <http://x/> {} } # '", "two ways"),
        ("SELECT * { OPTIONAL {?x ?y <http://a/\\u+041#>} SERVICE <http://x/> {}\n}", "two ways"),
        ("SELECT * { ?s ?p <a:b'\\u+027+> . SERVICE <http://x/> {} } #'", "two ways"),
        ("PREFIX w: <http://www.w> SELECT * { ?s a w:3.org\\/core\\#Concept.SERVICE <http://x/> {} }", "at the dot"),
        ("PREFIX e: <http://x/> ASK { ?s ?p e:a.b.SERVICE <http://x/> {} }", "at the dot"),
        ("ASK { ?s ?p _:a.b.SERVICE <http://x/> {} }", "at the dot"),
        ("ASK { ?s ?p ¤ }", "means nothing"),
        (r'ASK { ?s ?p "\u0022 SERVICE <http://x/> {} #" }', "SERVICE"),
        ("ASK { ?s ?p '''x' SERVICE <http://x/> {} }", "has no end"),
        ("ASK { ?s ?p 'x\rSERVICE <http://x/> {} '' }", "has no end"),
        ("LOAD <http://x/>", "only read"),
        ("ASK {} ; LOAD <http://x/>", "only read"),
        ("PREFIX a: <b:> # c\n INSERT DATA {}", "only read"),
        ("WITH <a:g> DELETE {} WHERE {}", "only read"),
        ("", "begins with"),
        ("{}[]", "begins with"),
        ("PREFIX " * 60, "begins with"),
        ("SELECT * FROM <relative> {}", "FROM"),
        ("SELECT * FROM unknown:x {}", "FROM"),
        ("SELECT * FROM", "FROM"),
        ("ASK " + "{" * 101 + "}" * 101, "nested too deeply"),
        ("ASK { FILTER(" + "(" * 101 + "1" + ")" * 101 + ") }", "nested too deeply"),
    ],
)
def test_what_is_refused_and_why(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        check_query(query, PREFIXES)


def test_which_graphs_are_chosen() -> None:
    query = "PREFIX g: <http://g/> SELECT * FROM g:one FROM NAMED <http://g/two>FROM kg:three { ?from ?p 'FROM' }"
    assert check_query(query, PREFIXES) == ("http://g/one", "http://g/two", f"{PREFIXES['kg']}three")


@pytest.mark.parametrize(
    "part",
    ["PREFIX a: <b:> ", "<", "'", '"""', "a:b.c.d.", "a.", "<a", "_:a.-", '"a\\"', "\\u0041", "?", "a:\\-", "#"],
)
def test_what_repeats_without_end_is_read_to_its_end(part: str) -> None:
    """Patterns that go back over what they have read would not come to an end here."""
    is_refused(part * (20_000 // len(part)))
    is_refused("ASK { " + part * (20_000 // len(part)))


# --- with the store itself, and somebody who listens ---

BEFORE = [
    "", "?p 1", "?p 1.5e3", "?p true", "?p 'x'", "?p '''x'''", '?p ""', "?p 'x'@en", "?p <a:b>", "?p ?o .", "?p ?o.",
    "?p _:b", "?p [] .", "?p () .", "?p kg:x ;", "?p kg:", "FILTER(1<2)", "FILTER(?a<?b)", "FILTER(1<2 && 3>2)",
    "BIND(1 AS ?y)", "OPTIONAL { ?a ?b ?c }", "{ }", "{ } UNION { }", "MINUS { }", "VALUES ?v { 1 }", "GRAPH ?g { }",
    "FILTER(1<'>')", "FILTER NOT EXISTS { }",
]  # fmt: skip
WORD = ["SERVICE", "service", "SeRvIcE", "SERVICE SILENT", r"SER\u0056ICE", r"\U00000053ERVICE", "ſERVICE", "SERVICE\0"]
BETWEEN = [" ", "", "\n", "\r", "\t", "#>\n", "# <\r", "#'\n", '#"""\n', "\x0b", "\xa0", "\u2028"]
AROUND = ["{}", "{{ {} }}", "FILTER EXISTS {{ {} }}", "{{ SELECT * {{ {} }} }}", "OPTIONAL {{ {} }}"]


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address, and who has come to it."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        ended = threading.Event()

        def accept() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                came.append(connection.getsockname())
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", came
        ended.set()
        thread.join()


def test_no_variant_reaches_the_network(listener: tuple[str, list[str]]) -> None:
    """Each that is let through is run by the store, without the wall that stands before it in a server."""
    address, came = listener
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal("o"), ox.NamedNode("a:g")))
    tried = passed = 0
    for before, word, between, around in itertools.product(BEFORE, WORD, BETWEEN, AROUND):
        subject = "?s " if before.startswith("?p") else ""
        remote = f"{word}{between}<{address}> {{ ?x ?y ?z }}"
        query = f"SELECT * {{ {around.format(f'{subject}{before}{between}{remote}')} }}"
        tried += 1
        if not is_refused(query):
            passed += 1
            run_to_the_end(store, query)
    assert tried > 10_000
    assert passed < tried / 5
    assert came == []


def test_the_listener_would_have_noticed(listener: tuple[str, list[str]]) -> None:
    address, came = listener
    run_to_the_end(ox.Store(), f"SELECT * {{ SERVICE <{address}> {{ ?x ?y ?z }} }}")
    assert came


def run_to_the_end(store: Store, query: str) -> None:
    try:
        answer = store.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
        for _ in answer if isinstance(answer, ox.QuerySolutions) else ():
            pass
    except (SyntaxError, ValueError, OSError):
        pass
