"""Remove what a clean build would not have written from the output folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from career_guides.domain import guides
from career_guides.output.names import image_name, is_site, path_of_page
from career_guides.output.record import finishing, is_of_build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from career_guides.catalogue.assets import Image


#: Sphinx's copy of ``.buildinfo`` from before a change of the settings.
BUILD_INFO_BEFORE = ".buildinfo.bak"


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Copy logos, and remove files that no source accounts for, after all other handlers."""
    if (output := finishing(app, exception)) is None:
        return
    files: set[str] = set()
    if is_site(app.builder):
        files = accounted_for(app)
        files |= copy_logos(app) | output.extra
        remove(Path(app.outdir), set(output.before.files) - files, output.start)
        Path(app.outdir, BUILD_INFO_BEFORE).unlink(missing_ok=True)
    elif app.builder.format == "html" and app.builder.name != "epub":
        copy_logos(app)
    output.files = sorted(files)
    output.save(app.builder)


def accounted_for(app: Sphinx) -> set[str]:
    """Return the paths in the output folder of all files that come from the sources."""
    builder: Any = app.builder
    env, config = app.env, app.config
    files = {
        path_of_page(app, name) for name in (*env.all_docs, *guides(env).build.generated_pages())
    }
    if indexer := getattr(builder, "indexer", None):  # absent with another search
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
    catalogue = guides(app.env).build.catalogue
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


def remove(outdir: Path, paths: Iterable[str], start: float) -> None:
    """Delete *paths* from the output folder, and folders that become empty.

    :param start: time; files written since then stay, such as a file of the theme that a
        static file of the project no longer overrides
    """
    top = outdir.resolve()
    for path in sorted(paths):
        file = outdir / path
        if not file.is_file() or not file.resolve().is_relative_to(top):
            continue
        if is_of_build(file.stat(), start):
            continue
        file.unlink()
        folder = file.parent
        while folder != outdir and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent
