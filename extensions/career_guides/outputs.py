"""The output folder after a build: what a clean build would have put there, and no more.

Sphinx leaves the pages of deleted sources, their images and downloads where they are. What
each build accounts for is noted beside the doctrees, one file for each output folder, since
several builders may share one environment.
"""

from __future__ import annotations

import hashlib
import html
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain import guides
from .freshness import Views
from .problems import shorten
from .report import place, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .files import Image


def is_site(builder: Builder) -> bool:
    """Return whether *builder* writes a site of HTML pages, one file a page."""
    return builder.format == "html" and bool(getattr(builder, "copysource", False))


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


def on_env_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the images by their paths. Before anything reads the names."""
    for path, (docnames, _name) in list(env.images.items()):
        env.images[path] = (docnames, image_name(path))
    return []


def on_env_get_updated(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that show something that has changed since they were written."""
    state = guides(env).state
    assert state is not None
    before = state.before.views
    if state.is_unchanged:
        state.views = before
        return []
    views = Views(app)
    state.views = {docname: views.digest(docname) for docname in sorted(env.all_docs)}
    return [docname for docname, view in state.views.items() if before.get(docname) != view]


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Copy logos, write redirects, remove what is no longer accounted for."""
    if exception is not None or (state := guides(app.env).state) is None:
        return  # half a build says nothing about what the output folder should hold
    if state.is_unchanged and all(Path(app.outdir, name).is_file() for name in state.before.files):
        return
    files: set[str] = set()
    if is_site(app.builder):
        files = accounted_for(app)
        files |= copy_logos(app)
        files |= write_redirects(app, guides(app.env).catalogue.aliases, files)
        remove(Path(app.outdir), set(state.before.files) - files, state.start)
    elif app.builder.format == "html" and app.builder.name != "epub":
        copy_logos(app)
    state.files = sorted(files)
    state.save(app.builder)


def accounted_for(app: Sphinx) -> set[str]:
    """Return the files, by path in the output folder, that come from the sources."""
    builder: Any = app.builder
    env, config, outdir = app.env, app.config, Path(app.outdir)
    files = {builder.get_output_path(name).relative_to(outdir).as_posix() for name in env.all_docs}
    for name in guides(env).made_pages():
        files.add(builder.get_output_path(name).relative_to(outdir).as_posix())
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


REDIRECT = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
</head>
<body>
<p><a href="{address}">{title}</a></p>
</body>
</html>
"""


def write_redirects(app: Sphinx, aliases: Mapping[str, str], pages: set[str]) -> set[str]:
    """Write a page that redirects for each old path; return their paths in the output.

    As Hugo does: ``old/path/index.html``, which every static host serves at ``/old/path``;
    and ``old/path.html``, which is what Sphinx's own address was.

    :param pages: files that are pages, which no redirect may take the place of
    """
    outdir, builder, domain = Path(app.outdir), app.builder, guides(app.env)
    written = set()
    paths = [(alias + end, alias) for alias in aliases for end in ("/index.html", ".html")]
    for path, alias in paths:
        if path in pages:
            continue
        docname = aliases[alias]
        uri = builder.get_target_uri(docname)
        address = "../" * (path.count("/")) + uri
        base = app.config.html_baseurl
        text = REDIRECT.format(
            language=html.escape(app.config.language),
            title=html.escape(domain.title(docname)),
            address=html.escape(address or "./"),
            canonical=html.escape(f"{base.rstrip('/')}/{uri}" if base else address),
        )
        target = outdir / path
        try:
            if not target.is_file() or target.read_text(encoding="utf-8") != text:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
        except OSError as error:  # such as a file where the path needs a folder
            message = f"no redirect from {shorten('/' + alias)}: {error.strerror}"
            say(app.config, message, place(app.env.doc2path(docname), 1), "alias")
            continue
        written.add(path)
    return written


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
