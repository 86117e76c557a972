"""What a new record explains is what the schema has: no field more, none less."""

from __future__ import annotations

import pytest

from changlang.model.kinds import KINDS
from changlang.scaffold.fields import FIELDS

# Filled in by reading, or written for every kind of record alike.
INNER = {"id", "status", "origin", "digest", "body", "confirmed", "untranslated", "behind"}


@pytest.mark.parametrize("folder", KINDS)
def test_every_field_of_a_kind_is_explained(folder: str) -> None:
    schema = KINDS[folder].schema
    own = set(schema.model_fields) - INNER

    assert {field.name for field in FIELDS[folder]} == own


@pytest.mark.parametrize("folder", KINDS)
def test_fields_that_the_schema_needs_are_written_out_and_not_as_comments(folder: str) -> None:
    required = {name for name, field in KINDS[folder].schema.model_fields.items() if field.is_required()} - INNER

    assert required <= {field.name for field in FIELDS[folder] if field.needed}
