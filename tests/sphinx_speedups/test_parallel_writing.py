"""All processes write the same; what an extension collects in the first one is not lost."""

from __future__ import annotations

import time
from collections import defaultdict
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks

from sphinx_speedups import parallel_writing
from tests.sites import Site, guide
from tests.sphinx_speedups.varied import VARIED

# Without an index of its own, Sphinx has nothing to collect in the parent.
WITHOUT_SEARCH = """
def without_search(app):
    app.builder.search = False

def setup(app):
    app.connect("builder-inited", without_search)
"""
COLLECTING = """
    collected = []
    app.connect("{event}", lambda app, *more: collected.append(1) or None)
    app.connect("build-finished", lambda app, error: print("collected", len(collected)))
"""


def test_all_processes_write_the_same(site: Site, clean) -> None:
    site.conf = WITHOUT_SEARCH
    site.write(VARIED)
    one = clean(site)
    assert clean(site, "-j2") == one
    assert "_images/images.one.svg" in one  # of a page that another process wrote


def handler(module: str) -> Any:
    """Return a handler of an event that is defined in *module*."""

    def handle(*_arguments: Any) -> None:
        pass

    handle.__module__ = module
    return handle


def domain(module: str) -> Any:
    """Return a domain of *module*."""
    return type("Domain", (), {"__module__": module})()


class Builder(StandaloneHTMLBuilder):
    """The builder of a project, without Sphinx's search."""

    search = False

    def __init__(self, name: str) -> None:
        self.name = name


class Collecting(Builder):
    """One that collects something of each page while others write them."""

    def write_doc_serialized(self, docname: str, doctree: Any) -> None:
        pass


def is_shared_out(
    builder: Any = None, domains: tuple[str, ...] = ("sphinx.domains.std",), **listeners: Any
) -> bool:
    """Return whether all processes resolve the pages of a project with *listeners*."""
    events = {name.replace("_", "-"): [SimpleNamespace(handler=each)] for name, each in
              listeners.items()}  # fmt: skip
    app: Any = SimpleNamespace(
        builder=builder or Builder("html"),
        env=SimpleNamespace(domains=SimpleNamespace(sorted=lambda: map(domain, domains))),
        registry=SimpleNamespace(get_post_transforms=lambda: [handler("sphinx.transforms")]),
        events=SimpleNamespace(listeners=defaultdict(list, events)),
    )
    return parallel_writing.is_shared_out(app)


def test_pages_are_resolved_by_all_processes_where_nobody_collects_anything() -> None:
    assert is_shared_out()
    assert is_shared_out(Builder("dirhtml"), missing_reference=handler("sphinx.ext.intersphinx"))
    assert is_shared_out(source_read=handler("another"))
    searched = Builder("html")
    searched.search = True
    for builder in (searched, Builder("singlehtml"), Collecting("html")):
        assert not is_shared_out(builder)
    assert not is_shared_out(domains=("sphinx.domains.std", "another"))
    assert not is_shared_out(doctree_resolved=handler("another"))
    assert not is_shared_out(warn_missing_reference=handler("sphinx_another"))
    assert not is_shared_out(missing_reference=partial(handler("sphinx.ext.intersphinx")))


OF_A_BUILDER = """
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import SphinxParallelError
from sphinx.util.parallel import ParallelTasks

class Collecting(StandaloneHTMLBuilder):
    seen = []
    def write_doc_serialized(self, docname, doctree):
        super().write_doc_serialized(docname, doctree)
        self.seen.append(docname)

def setup(app):
    app.add_builder(Collecting, override=True)
    app.connect("builder-inited", lambda app: setattr(app.builder, "search", False))
    app.connect("build-finished", lambda app, error: print("collected", len(Collecting.seen)))
"""


def test_what_a_builder_collects_is_there_in_the_end(site: Site) -> None:
    site.conf = OF_A_BUILDER
    site.write(VARIED)
    site.build("-j2")
    assert "collected 6\n" in site.log


@pytest.mark.parametrize("event", ["doctree-resolved", "missing-reference"])
def test_what_another_extension_collects_is_there_in_the_end(site: Site, event: str) -> None:
    site.conf = WITHOUT_SEARCH + COLLECTING.format(event=event)
    site.write({**VARIED, "a/e.md": guide("E", "{ref}`nowhere`"), "a/f.md": guide("F", "{ref}`n`")})
    found = []
    for jobs in ("-j1", "-j2"):
        site.build("-E", "-a", jobs)
        found.append(next(line for line in site.log.splitlines() if "collected" in line))
    assert found[0] == found[1] != "collected 0"


def test_an_error_is_not_dropped_while_other_processes_are_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add_task = ParallelTasks.add_task

    def add_task_later(self: ParallelTasks, *arguments: Any) -> None:
        time.sleep(0.3)
        add_task(self, *arguments)

    def write_doc(docname: str, doctree: object) -> None:
        if docname == "second":
            raise OSError

    monkeypatch.setattr(ParallelTasks, "add_task", add_task_later)
    builder = SimpleNamespace(
        images={}, tags=(), write_doc=write_doc, write_doc_serialized=lambda *_given: None
    )
    env = SimpleNamespace(get_and_resolve_doctree=lambda *_given, **_options: None)
    app: Any = SimpleNamespace(builder=builder, env=env)
    parallel_writing.share_out(app, ["first", "third", "fourth"], 2)
    with pytest.raises(SphinxParallelError, match="before its pages were written"):
        parallel_writing.share_out(app, ["first", "second", "third"], 2)
