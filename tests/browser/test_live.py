"""The preview, open in a browser while its sources are edited."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from career_guides.cli import main
from career_guides.live import command as cli
from career_guides.live.server import Server
from tests.project.documentation import write_captioned
from tests.sites import CONF, LOGO, ROOT, Site, guide, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
#: Milliseconds to wait for a build: the machine may have other things to do.
PATIENCE = 60_000


@pytest.fixture
def sources(tmp_path: Path) -> Site:
    site = Site(tmp_path / "site")
    site.write({
        "index.md": guide("Home", next="baker/overview"),
        "baker/overview.md": guide("What a baker does", "Flour and water."),
        "baker/dough.md": guide("Dough", "A page of its own."),
        "logos/acme.svg": LOGO,
    })  # fmt: skip
    (site.path / "conf.py").write_text(CONF.format(more="", conf='guides_logo = "acme"'))
    return site


@contextmanager
def preview(folder: Path, *options: str) -> Iterator[str]:
    """Run the preview in *folder*; give its address once the site has been built."""
    command = [sys.executable, "-m", "career_guides.cli", "live", "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        [*command, *options],
        cwd=folder, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    try:
        found = re.match(r"(http://127\.0\.0\.1:\d+/) ", process.stdout.readline())
        assert found
        assert process.stdout.readline().startswith("built in ")
        yield found[1]
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture
def address(sources: Site) -> Iterator[str]:
    with preview(sources.path) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    made = context.new_page()
    made.goto(address + "baker/overview.html")
    yield made
    context.close()


def test_page_follows_edits_and_shows_problems(page: Page, sources: Site) -> None:
    conf = sources.path / "conf.py"
    file = sources.docs / "baker/overview.md"
    whole = file.read_text("utf-8")
    article, overlay = page.locator("article"), page.locator("#guides-live")

    def edit(old: str, new: str) -> None:
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    # The body and the front matter.
    edit("Flour and water.", "Flour, water and salt.")
    article.get_by_text("Flour, water and salt.").wait_for()
    edit("title: What a baker does", "title: The work of a baker")
    page.get_by_role("heading", name="The work of a baker").wait_for()
    assert not overlay.count()

    # A problem in the front matter, and one in the body, which stays while others are edited.
    edit("title: The", "sidebarlgo: acme\ntitle: The")
    overlay.get_by_text("docs/baker/overview.md:2", exact=True).wait_for()
    overlay.get_by_text("did you mean 'sidebarlogo'?").wait_for()
    edit("Flour, water", "<img src=x onerror=alert(1)> {guide}`douhg`")
    overlay.get_by_text("docs/baker/overview.md:6", exact=True).nth(1).wait_for()
    overlay.get_by_text("the attribute 'onerror'").wait_for()
    sources.write({"baker/dough.md": guide("Dough", "Another <b>page</b>.", titel="x")})
    overlay.get_by_text("docs/baker/dough.md:3", exact=True).wait_for()
    overlay.get_by_text("'guide' points at 'baker/douhg'").wait_for()

    # Once hidden, it stays hidden until it is opened.
    overlay.locator("summary").click()
    overlay.locator("details:not([open])").wait_for()
    page.reload()
    overlay.locator("details:not([open])").wait_for()
    overlay.locator("summary").click()

    sources.write({"baker/dough.md": guide("Dough")})
    file.write_text(whole, "utf-8")
    overlay.wait_for(state="detached")
    article.get_by_text("Flour and water.").wait_for()

    # A configuration that cannot be read: the page stays, and so does the preview.
    good = conf.read_text("utf-8")
    conf.write_text(good + "\nproject = (\n", "utf-8")
    number = good.count("\n") + 2
    overlay.get_by_text(f"conf.py:{number}", exact=True).wait_for()
    overlay.get_by_text("The build failed").wait_for()
    assert "Flour and water." in article.inner_text()
    conf.write_text(good + "\nraise SystemExit\n", "utf-8")
    overlay.get_by_text("SystemExit").wait_for()
    conf.write_text(good + "\nimport os\nos._exit(3)\n", "utf-8")
    overlay.get_by_text("the build ended with status 3").wait_for()
    conf.write_text(good.replace("Acme Careers", "Bread and Co"), "utf-8")
    overlay.wait_for(state="detached")
    page.wait_for_function("document.title.includes('Bread and Co')")

    # Front matter that cannot be read at all, a logo, and templates that come later.
    file.write_text("---\ntitle: [x\n---\n\nStill here.\n", "utf-8")
    overlay.get_by_text("docs/baker/overview.md:2", exact=True).wait_for()
    article.get_by_text("Still here.").wait_for()
    file.write_text(whole, "utf-8")
    overlay.wait_for(state="detached")
    sources.write({"logos/acme.svg": LOGO.replace('width="90"', 'width="120"')})
    page.locator("img.sidebar-logo[width='120']").wait_for()
    (sources.path / "_templates").mkdir()
    conf.write_text(good + "\ntemplates_path = ['_templates']\n", "utf-8")
    page.wait_for_function("document.title.includes('Acme Careers')")
    template = '{% extends "!page.html" %}{% block htmltitle %}<title>Ours</title>{% endblock %}'
    (sources.path / "_templates/page.html").write_text(template)
    page.wait_for_function("document.title === 'Ours'")
    (sources.path / "_templates/page.html").write_text("{% block %}")
    overlay.get_by_text("_templates/page.html:1", exact=True).wait_for()


def test_messages_of_the_open_page_stand_first(page: Page, sources: Site) -> None:
    overlay = page.locator("#guides-live")
    names = ("apple/index", "baker/dough", "baker/index", "baker/overview")
    sources.write({f"{name}.md": guide(name, "{guide}`x`") for name in names})
    top = page.url.partition("/baker")[0]
    for address, name in (("overview.html", "overview"), ("dough.html", "dough"), ("", "index")):
        page.goto(f"{top}/baker/{address}")
        for each in names:
            overlay.get_by_text(f"docs/{each}.md:5", exact=True).wait_for()
        assert overlay.locator("li code").first.inner_text() == f"docs/baker/{name}.md:5"
        assert overlay.locator("li").count() == len(names)


def test_links_of_messages_lead_to_the_page_in_the_preview(
    chromium: Browser, sources: Site
) -> None:
    base = "https://published.example/"
    with (sources.path / "conf.py").open("a") as conf:
        conf.write(f"\nhtml_baseurl = '{base}'\nguides_messages_url = '{base}messages.html'\n")
    sources.write({
        "baker/overview.md": guide("What a baker does", "{guide}`two`"),
        "messages.md": "# Messages\n\n## guide.target\n\nWhat to do about links.\n",
    })  # fmt: skip
    with preview(sources.path) as address:
        page = chromium.new_page()
        page.goto(address + "baker/overview.html")
        link = page.locator("#guides-live").get_by_text("What to do").first
        target = link.get_attribute("href", timeout=PATIENCE) or ""
        assert target.startswith(address + "messages.html")
        page.goto(target)
        page.get_by_text("What to do about links.").wait_for()
        page.close()


def test_new_page_appears_at_an_address_that_is_open(page: Page, address: str, sources) -> None:
    page.goto(address + "baker/oven.html")
    page.get_by_text("There is no such page, or not yet.").wait_for()
    sources.write({"baker/oven.md": guide("The oven")})
    page.get_by_role("heading", name="The oven").wait_for()


def test_only_served_pages_have_the_script(address: str, sources: Site) -> None:
    sources.build(out="fresh", keep_conf=True)
    live, fresh = snapshot(sources.path / "build/live"), snapshot(sources.path / "fresh")
    assert live == fresh
    with urlopen(address) as answer:  # noqa: S310 - our own
        served = answer.read().decode()
    assert served.count("/_live/overlay.js") == 1
    with pytest.raises(HTTPError, match="404"):
        urlopen(address + "../conf.py")  # noqa: S310


def test_next_free_port_is_used(sources: Site, tmp_path: Path, monkeypatch, capsys):
    with Server(tmp_path, 0) as taken:
        monkeypatch.setattr(cli, "PORT", taken.server_port)
        with cli.listen(tmp_path, None) as other:
            assert other.server_port != taken.server_port
        monkeypatch.chdir(sources.path)
        assert main(["live", "--port", str(taken.server_port)]) == 2
        assert "in use" in capsys.readouterr().err


def test_career_of_the_documentation_appears_in_the_preview(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A career with two guides, a picture and a figure, added to our own docs in the preview."""
    for name in ("conf.py", "docs"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    with preview(tmp_path, "-D", "exclude_patterns=README.md,[!bcil]*/**") as address:
        context = chromium.new_context()
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(address + "baker/index.html")
        page.get_by_text("There is no such page, or not yet.").wait_for()
        (tmp_path / "docs/images/baker").mkdir()
        (tmp_path / "docs/images/baker/oven.svg").write_text(LOGO)
        write_captioned(tmp_path, "add-a-career.md", "add-a-guide.md")
        page.get_by_role("heading", name="Baker", exact=True).wait_for()
        page.locator("aside.at-a-glance").get_by_text("Median pay").wait_for()
        page.get_by_role("link", name="What a baker does").first.click()
        page.locator("figure.figure-card img").wait_for()
        page.locator("a.guide-edit[href$='/edit/main/docs/baker/overview.md']").wait_for()
        # Links into careers that this test leaves out are no problem of theirs.
        assert not page.locator("#guides-live").get_by_text("docs/baker/").count()
        context.close()
