"""Words of the other language are marked, and nothing else is touched."""

from __future__ import annotations

import pytest

from changlang.pages.spoken import marked


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>A visit</p>", "<p>A visit</p>"),
        ("<p>The 大同舰 sails</p>", '<p>The <span lang="zh-CN">大同舰</span> sails</p>'),
        ("<p>“双拥”，2018年。 See</p>", '<p>“<span lang="zh-CN">双拥”，2018年。</span> See</p>'),
        ('<dt lang="zh-CN">双拥</dt>', '<dt lang="zh-CN">双拥</dt>'),
        ('<img alt="水坝">', '<img alt="水坝">'),
        ("<script>var a = '水';</script>", "<script>var a = '水';</script>"),
        ("<svg><title>水坝</title></svg>", "<svg><title>水坝</title></svg>"),
    ],
)
def test_chinese_in_english_is_marked_where_a_mark_may_stand(html: str, expected: str) -> None:
    assert marked(html, "en") == expected


def test_labels_on_a_page_that_is_chinese_are_marked_as_english() -> None:
    page = '<h1>春季长跑</h1><p class="meta">4 May 2021 · Learning</p><p>2021</p>'

    assert marked(page, "zh-CN") == (
        '<h1>春季长跑</h1><p class="meta"><span lang="en">4 May 2021 · Learning</span></p><p>2021</p>'
    )
