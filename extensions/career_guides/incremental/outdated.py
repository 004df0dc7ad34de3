"""The start of a build: load the catalogue, and decide which pages are read again."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sphinx.util import logging

from career_guides.build import Build
from career_guides.catalogue.load import load
from career_guides.catalogue.translation import Translations
from career_guides.config import today
from career_guides.diagnostics.log import report
from career_guides.document.markdown_parser import suffixes
from career_guides.domain import guides
from career_guides.exports.books import left_out
from career_guides.output.record import OutputRecord, record

from .collect import read_digest
from .dependencies import kept, leading_to
from .duplicate_names import Reading
from .inputs import state_of_inputs
from .inventory import objects_of
from .read_files import Files, differ
from .toctrees import ToctreesBefore
from .unfinished import begin_reading, cut_documents, forget, unfinished

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from build_cache.stamps import Stamp
    from career_guides.catalogue.model import Catalogue


logger = logging.getLogger(__name__)


def on_env_get_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Load the catalogue, and return the pages that were read from what has changed since."""
    domain = guides(env)
    omitted = frozenset(left_out(app, env.found_docs))
    leave_out(env, omitted, added, changed, removed)
    files = {docname: env.doc2path(docname) for docname in env.found_docs}
    paths = {str(file) for file in files.values()}
    inputs, others, stamps, links = state_of_inputs(app, paths, suffixes(app))
    loaded = cache(lambda: load_catalogue(app, files, others, stamps, links))
    build = domain.build = Build(app, lambda: loaded()[0], find_translations(app))
    build.left_out = omitted
    build.of(Reading)
    build.of(Files).inputs = stamps
    output = build.of(OutputRecord)
    output.inputs = inputs
    if left := unfinished(app):
        forget(output, left)
    # Another builder may have read pages since, from what was there then.
    if output.has_same_inputs and output.before.read == env.all_docs:
        leave_out(env, output.before.left_out, added, changed, removed)
        if not (added or changed or removed or env.all_docs.keys() ^ output.before.views.keys()):
            output.is_unchanged = True
            output.catalogue, output.changed = output.before.catalogue, frozenset()
            output.problems = output.before.problems
            report(env, output.problems)
            return []
    catalogue, unreadable = loaded()
    output.catalogue = catalogue.made
    if catalogue.since and catalogue.since == output.before.catalogue:
        output.changed = catalogue.changed
    output.problems = [*catalogue.problems]
    output.left_out = sorted(catalogue.drafts | unreadable)
    report(env, catalogue.problems)
    if (logo := app.config.guides_logo) and logo not in catalogue.logos:
        # Not a warning: the configuration may build any folder, also one without the site's logo.
        logger.info("guides_logo: no logo %r in this source folder", logo)
    leave_out(env, output.left_out, added, changed, removed)
    catalogue = build.catalogue  # now in the site's language
    if output.changed is None:
        stale = {
            docname
            for docname in domain.dependencies
            if any(was != dependency.state(env) for was, dependency in kept(env, docname))
        }
    else:
        stale = leading_to(env, env.all_docs.keys() ^ env.found_docs)
        if output.changed:
            build.of(ToctreesBefore)
    known = env.all_docs.keys()
    stale.update(
        docname
        for docname in (known if output.changed is None else known & output.changed)
        if domain.read.get(docname, "") != read_digest(catalogue, docname)
    )
    output.gone = {name: domain.mentions.get(name, []) for name in removed}
    stale |= differ(env) | cut_documents(app) | (left.read & env.all_docs.keys())
    return sorted(stale - removed)


def find_translations(app: Sphinx) -> Translations:
    """Return the translations into the site's language."""
    # None for the builder that collects the messages to translate.
    names = app.config.locale_dirs if app.builder.use_message_catalog else ()
    folders = [Path(app.srcdir) / name for name in names]
    return Translations(folders, app.config.language, app.config.gettext_compact)


def leave_out(
    env: BuildEnvironment,
    docnames: Iterable[str],
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> None:
    """Leave pages out of the build.

    Sphinx has no way to do that once it has listed the files; these four sets are what it
    continues with.
    """
    for docname in docnames:
        for documents in (env.project.docnames, added, changed):
            documents.discard(docname)
        if docname in env.all_docs:
            removed.add(docname)


def on_env_before_read_docs(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Check everything again if any page is read, even one that another extension asked for.

    Notes are printed here, because Sphinx has finished its line about the pages to read.
    """
    report(env, record(env).problems, notes=True)
    if docnames:
        begin_reading(app, docnames)
        output, mentions = record(env), guides(env).mentions
        output.is_unchanged = False
        output.reading = {name: mentions.get(name, []) for name in docnames}
        if output.changed == frozenset():  # otherwise the inventory is written anyway
            output.objects = objects_of(env, output.reading)


def load_catalogue(
    app: Sphinx,
    files: Mapping[str, Path],
    others: str = "",
    stamps: Mapping[str, Stamp] = MappingProxyType({}),
    links: Container[str] = (),
) -> tuple[Catalogue, frozenset[str]]:
    """Return the catalogue of the source folder, and the pages that are not UTF-8 text.

    :param files: docname -> file of every page, including those that are left out
    :param others: digest of all other inputs: see :func:`.inputs.state_of_inputs`
    :param stamps: likewise, as are *links*
    """
    config = app.config
    return load(
        Path(app.srcdir),
        files,
        root=config.root_doc,
        logo=config.guides_logo,
        drafts=config.guides_drafts,
        today=today(config),
        extra_keys=config.guides_extra_keys,
        facts=config.guides_facts,
        cache_file=Path(app.doctreedir, "career_guides-pages.pickle"),
        others=others,
        stamps=stamps,
        links=links,
        trust=config.guides_trust,
        suffixes=suffixes(app),
    )
