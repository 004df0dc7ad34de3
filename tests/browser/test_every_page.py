"""What holds on every page of the documentation, at the widths of a phone and a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]
#: Faults that can be measured; a link in a sentence is as high as its line. Breadcrumbs have a last
#: part that only screen readers get.
FAULTS = """() => {
    const found = []
    const add = (kind, e) => found.push(`${kind}: ${e.outerHTML.slice(0, 90)}`)
    const isRead = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways')
    if (document.querySelector('[role=main]').innerText.trim().length < 40) found.push('empty')
    for (const e of document.querySelectorAll('body *')) {
        if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
        const style = getComputedStyle(e), box = e.getBoundingClientRect()
        if (box.width < 2 || e.closest('.guide-mark-button')) continue
        const drawing = e.closest('svg[viewBox]')
        const scale = drawing ? drawing.clientWidth / drawing.viewBox.baseVal.width : 1
        if (isRead(e) && parseFloat(style.fontSize) * scale < 11.95) add('small text', e)
        if (style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1) add('cut', e)
        const isTarget = e.matches('a[href]:not(.headerlink), button, summary, label:has(input)')
        if (isTarget && style.display !== 'inline' && Math.min(box.width, box.height) < 24)
            add('small target', e)
        if (e.matches('th') && !e.textContent.trim()) add('empty heading of a column', e)
        if (e.matches('p code .pre') && e.getClientRects().length > 1) add('code in two parts', e)
    }
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1])
    if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1)) found.push('skipped heading')
    return [...new Set(found)]
}"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_has_a_fault_that_can_be_measured(
    visit: Visit, docs: Path, server: str, width: int
) -> None:
    names = sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.html"))
    assert len(names) > 140
    page = visit("robots.txt", width=width)
    found = {}
    for name in names:
        page.goto(f"{server}/{name}")
        if faults := page.evaluate(FAULTS):
            found[name] = faults
    assert found == {}
