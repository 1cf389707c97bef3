"""What is true of each relation: every column agrees with the public format, the ontology and the cues."""

from __future__ import annotations

import re
from typing import get_args

import pyoxigraph as ox
import pytest

from legalkg.extractors.registry.relations import RelationName, relations, relations_that
from legalkg.extractors.registry.tables import read_table
from legalkg.extractors.registry.words import cue_rows
from legalkg.extractors.resources import data_path

LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
PREFIXES = {"kg": "https://w3id.org/legalkg/ontology#", "eli": "http://data.europa.eu/eli/ontology#"}
NAMES = get_args(RelationName)


def test_the_table_has_just_the_relations_of_the_public_format() -> None:
    assert set(relations()) == set(NAMES)


def test_cues_are_of_known_relations() -> None:
    assert {row.relation for row in cue_rows()} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_relation_has_all_that_is_asked_of_it(name: str) -> None:
    relation = relations()[name]
    assert relation.passive.endswith(" by")
    assert re.fullmatch("#[0-9a-f]{6}", relation.colour)
    assert all(label == label.strip() and label for label in relation.labels.values())
    assert all(name.partition(":")[0] in PREFIXES for name in relation.properties)
    assert ("kg:restsOn" in relation.properties) == relation.is_followed
    # what ends a document tells its force and changes it
    assert relation.tells_force or not relation.ends_target
    assert relation.changes_target or not relation.tells_force


@pytest.mark.parametrize("name", NAMES)
def test_the_ontology_has_the_same_words(name: str) -> None:
    prefix, _, local = relations()[name].properties[0].partition(":")
    node = ox.NamedNode(PREFIXES[prefix] + local)
    found = {
        triple.object.language: triple.object.value
        for triple in ox.parse(data_path("ontology/legalkg.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
        if triple.subject == node and triple.predicate == LABEL and isinstance(triple.object, ox.Literal)
    }
    assert found == relations()[name].labels


def test_what_is_true_of_some() -> None:
    assert relations_that(lambda relation: relation.is_followed) == ("implements", "directs", "guides", "based_on")
    assert relations_that(lambda relation: relation.ends_target) == ("replaces", "repeals")
    assert relations_that(lambda relation: False) == ()


@pytest.mark.parametrize("column", ["followed", "changes", "force", "ends"])
def test_cells_say_yes_or_nothing(column: str) -> None:
    assert {row[column] for row in read_table("relations")} == {"yes", ""}
