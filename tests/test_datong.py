"""Datong's own content: what only its records can get wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from changlang import pipeline
from changlang.model.languages import LANGUAGES
from changlang.pipeline import Checked
from tests.conftest import settings_of

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def datong() -> Checked:
    return pipeline.check(settings_of(ROOT))


def test_the_quiz_has_rounds_enough_and_every_question_is_explained_and_leads_to_its_record(datong: Checked) -> None:
    questions = datong.catalogue.quiz.values()

    assert len(questions) >= 30
    for question in questions:
        assert question.explanation and question.about, question.id
        assert 1 <= question.answer <= len(question.choices), question.id
        for language in LANGUAGES:
            assert len({choice[language] for choice in question.choices}) == len(question.choices), question.id


def test_right_answers_of_the_quiz_stand_in_every_place_and_none_has_more_than_half(datong: Checked) -> None:
    places = Counter(question.answer for question in datong.catalogue.quiz.values())

    assert set(places) >= {1, 2, 3, 4}
    assert max(places.values()) <= places.total() / 2
