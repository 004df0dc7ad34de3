"""The output folder after a build: what a clean build would have put there, and no more.

Sphinx leaves the pages of deleted sources, their images and downloads where they are. What
each build accounts for is noted beside the doctrees, one file for each output folder, since
several builders may share one environment.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .domain import guides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .files import Image
    from .state import State


def is_site(builder: Builder) -> bool:
    """Return whether *builder* writes a site of HTML pages, one file a page."""
    return builder.format == "html" and bool(getattr(builder, "copysource", False))


def path_of_page(app: Sphinx, docname: str) -> str:
    """Return the file of a page, from the output folder, with ``/``."""
    path = str(app.builder.get_output_path(docname))  # type: ignore[attr-defined]
    return path[len(str(app.outdir)) + 1 :].replace(os.sep, "/")


def image_name(path: str) -> str:
    """Return the file name of an image in the output.

    Made from its path, so that none depends on which page was read first, as Sphinx's
    ``overview1.svg`` does.
    """
    name = path.strip("./").replace("/", ".")
    if path.count(".") <= 1 and not path.startswith("/"):
        return name
    # With a dot in the name of a folder or file two paths could read the same.
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{hashlib.blake2b(path.encode(), digest_size=4).hexdigest()}{dot}{suffix}"


def image_uri(path: str) -> str:
    """Return where an image is in the output, quoted; *path* is its own, from the source folder."""
    return f"_images/{quote(image_name(path))}"


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the images by their paths. Before anything reads the names."""
    for path, (docnames, _name) in list(env.images.items()):
        env.images[path] = (docnames, image_name(path))
    return []


def on_env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show something that has changed since they were written."""
    from .affected import affected, toctrees  # noqa: PLC0415 - they ask for names of files here
    from .freshness import Views  # noqa: PLC0415

    state = guides(env).state
    assert state is not None
    before = state.before.views
    state.read, state.toctrees = dict(env.all_docs), toctrees(env)
    if state.is_unchanged:
        state.views = before
        if is_site(app.builder):
            keep_made_pages(app.builder)
        return []
    views = Views(app)
    state.site = views.site
    state.affected = affected(env, views.relations)
    state.views = {
        docname: before[docname]
        if docname in before and state.stays(docname)
        else views.digest(docname)
        for docname in sorted(env.all_docs)
    }
    return [docname for docname, view in state.views.items() if before.get(docname) != view]


def keep_made_pages(builder: Any) -> None:
    """Let *builder* leave alone what is there of the pages that have no source."""
    write = builder.handle_page

    def handle_page(name: str, context: Any, *arguments: Any, **keywords: Any) -> None:
        has_source = name in builder.env.all_docs
        if has_source or not Path(builder.get_output_path(name)).is_file():
            write(name, context, *arguments, **keywords)

    builder.handle_page = handle_page


def are_there(app: Sphinx, paths: Iterable[str]) -> bool:
    """Return whether the output folder has all *paths*."""
    top = str(app.outdir)  # a Path takes four times as long, and there are ten thousands
    return all(os.path.isfile(os.path.join(top, path)) for path in paths)  # noqa: PTH113, PTH118


def finishing(app: Sphinx, exception: Exception | None) -> State | None:
    """Return what is known of the output folder, for those who write into it at the end.

    ``None`` where there is nothing to write: after half a build, which says nothing about what
    should be there, and where nothing has changed and all is there that was.
    """
    state = guides(app.env).state
    if exception is not None or state is None:
        return None
    if state.is_settled is None:
        state.is_settled = state.is_unchanged and are_there(app, state.before.files)
    return None if state.is_settled else state


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Copy logos, remove what is no longer accounted for. After all that write files."""
    if (state := finishing(app, exception)) is None:
        return
    files: set[str] = set()
    if is_site(app.builder):
        files = accounted_for(app)
        files |= copy_logos(app) | state.extra
        remove(Path(app.outdir), set(state.before.files) - files, state.start)
    elif app.builder.format == "html" and app.builder.name != "epub":
        copy_logos(app)
    state.files = sorted(files)
    state.save(app.builder)


def accounted_for(app: Sphinx) -> set[str]:
    """Return the files, by path in the output folder, that come from the sources."""
    builder: Any = app.builder
    env, config = app.env, app.config
    files = {path_of_page(app, name) for name in (*env.all_docs, *guides(env).made_pages())}
    if indexer := getattr(builder, "indexer", None):  # none where another search is chosen
        stemmers = (Path(file).name for file in indexer.get_js_stemmer_rawcodes())
        files |= {"searchindex.js", *(f"_static/{name}" for name in stemmers)}
    if config.html_copy_source:
        for name in env.all_docs:
            suffix = env.doc2path(name).name.removeprefix(name.rpartition("/")[2])
            extra = "" if suffix == config.html_sourcelink_suffix else config.html_sourcelink_suffix
            files.add(f"_sources/{name}{suffix}{extra}")
    files.update(f"_images/{name}" for _docnames, name in env.images.values())
    files.update(f"_downloads/{name}" for _docnames, name in env.dlfiles.values())
    for paths, target in ((config.html_static_path, "_static/"), (config.html_extra_path, "")):
        for entry in paths:
            top = Path(app.confdir) / entry
            found = top.rglob("*") if top.is_dir() else [top]
            base = top if top.is_dir() else top.parent
            for file in found:
                path = file.relative_to(base).as_posix()
                files.add(target + path.removesuffix(".jinja").removesuffix("_t"))
    return files


def copy_logos(app: Sphinx) -> set[str]:
    """Copy the logos that pages show; return their paths in the output folder."""
    catalogue = guides(app.env).catalogue
    logos = {entry.logo for entry in catalogue.entries.values()}
    for name in (app.config.guides_logo, app.config.guides_footer.get("logo", "")):
        logos.add(catalogue.logos.get(name))
    images = [image for logo in logos if logo for image in (logo.light, logo.dark) if image]
    return {_copy(app, image) for image in images}


def _copy(app: Sphinx, image: Image) -> str:
    path = f"_images/{image_name(image.path)}"
    target = Path(app.outdir) / path
    source = Path(app.srcdir) / image.path
    if not target.is_file() or target.read_bytes() != source.read_bytes():
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(source, target)
    return path


def write(app: Sphinx, path: str, text: str) -> None:
    """Write a file that no page of the sources stands for, if it differs, and account for it.

    :param path: in the output folder
    :raises OSError: if that cannot be
    """
    state = guides(app.env).state
    file = Path(app.outdir, path)
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    if state is not None:
        state.extra.add(path)


def has_own(app: Sphinx, path: str) -> bool:
    """Return whether the project's ``html_extra_path`` has a file that is copied to *path*."""
    entries = [Path(app.confdir, entry) for entry in app.config.html_extra_path]
    return any(
        (entry / path).is_file() or (entry.name == path and entry.is_file()) for entry in entries
    )


def remove(outdir: Path, paths: Iterable[str], start: float) -> None:
    """Delete *paths* from the output folder, and the folders that are empty then.

    :param start: what was written since then stays: a static file that shadowed one of the
        theme's has made way for it
    """
    top = outdir.resolve()
    for path in sorted(paths):
        file = outdir / path
        if not file.is_file() or not file.resolve().is_relative_to(top):
            continue
        # Sphinx gives a copy the date of its original; the change of its inode is now.
        if max(file.stat().st_mtime, file.stat().st_ctime) >= start:
            continue
        file.unlink()
        folder = file.parent
        while folder != outdir and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
