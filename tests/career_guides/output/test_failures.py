"""An output folder that cannot be written ends the build with one sentence."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from career_guides.live.build import Options
from career_guides.live.build import build as build_of_preview
from tests.sites import Site, guide, snapshot
from tests.sites.faults import in_child
from tests.sites.mounts import can_mount, sphinx_on
from tests.sites.photos import noise_photo

if TYPE_CHECKING:
    from pathlib import Path

#: The whole of what is printed.
SENTENCE = re.compile(r"ERROR: cannot write \S+: [\w /-]+\n")

#: Raises what a disk does at a file of the output: when a page, a file of ours or a doctree is
#: written.
FAULT = """
import errno, os, sys
def setup(app):
    def hook(event, arguments):
        if event != "open" or not isinstance(arguments[0], (str, os.PathLike)):
            return
        path = os.fspath(arguments[0])
        if path.endswith({name!r}) and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.{error}, os.strerror(errno.{error}), path)
    sys.addaudithook(hook)
"""


@pytest.mark.parametrize(
    ("name", "error", "options"),
    [
        ("environment.pickle", "EROFS", ()), ("llms-full.txt", "EACCES", ()),
        ("a.part.doctree", "ENOSPC", ()),
    ],
)  # fmt: skip
def test_one_sentence(site: Site, name: str, error: str, options: tuple[str, ...]) -> None:
    site.conf = FAULT.format(name=name, error=error)
    site.write({f"{letter}.md": guide(letter.upper(), description="x") for letter in "abcz"})
    said = site.build(*options, code=2)
    assert re.fullmatch(rf"ERROR: cannot write {site.path}\S+: [\w -]+\n", said), said


def test_the_folder_is_removed_while_building(site: Site) -> None:
    site.conf = """
import shutil
def setup(app):
    def remove(app, name, *arguments):
        if name == "b":
            shutil.rmtree(app.outdir)
    app.connect("html-page-context", remove)
"""
    site.write({f"{letter}.md": guide(letter.upper()) for letter in "abcd"})
    said = site.build(code=2)
    assert re.fullmatch(rf"ERROR: cannot write {site.out}\S+: no such file or directory\n", said), (
        said
    )


@pytest.fixture
def rich(site: Site) -> Site:
    """A site with what Sphinx copies, besides pages: a picture, a download, sources."""
    text = "![A picture](pic.png)\n\n{download}`a file <data.bin>`"
    site.write({f"{letter}.md": guide(letter.upper(), text, description="x") for letter in "abcd"})
    site.write({"data.bin": "x" * 9_000})
    noise_photo(300, 200).save(site.docs / "pic.png")
    return site


@pytest.mark.parametrize(
    ("place", "options"),
    [
        ("out/a.html", ()), ("out/d.html", ("-j2",)), ("out/search.html", ()),
        ("out/_images/pic.png", ("-j2",)), ("out/_sources/b.md.txt", ("-j2",)),
        ("out/_static/pygments.css", ()), ("out/objects.inv", ()), ("out/.buildinfo", ()),
        ("out/_pagefind/pagefind-entry.json", ()), ("out.doctrees/c.doctree", ("-j2",)),
        ("out.doctrees/environment.pickle", ()),
    ],
)  # fmt: skip
def test_a_folder_is_where_a_file_is_written(
    rich: Site, place: str, options: tuple[str, ...]
) -> None:
    (rich.path / place / "kept").mkdir(parents=True)
    said = rich.build(*options, code=2)
    assert SENTENCE.fullmatch(said), said
    assert f"{place}: is a directory" in said


@pytest.mark.parametrize(
    "place", ["out/_static", "out/_images", "out/_downloads", "out/_pagefind", "out.doctrees"]
)
def test_a_file_is_where_a_folder_is_needed(rich: Site, place: str) -> None:
    (rich.path / place).parent.mkdir(exist_ok=True)
    (rich.path / place).write_text("")
    said = rich.build(code=2)
    assert SENTENCE.fullmatch(said), said
    assert place in said


@pytest.mark.parametrize("options", [(), ("-j2",)])
def test_a_page_is_larger_than_files_may_be(site: Site, options: tuple[str, ...]) -> None:
    site.conf = "guides_social_cards = False\nhtml_copy_source = False\n"
    site.write({f"{letter}.md": guide(letter.upper()) for letter in "abc"})
    site.build()
    kept = max(file.stat().st_size for file in site.path.rglob("*") if file.is_file())
    site.write({"b.md": guide("B", "Words. " * (kept // 4))})

    limit = f"({kept + 9_000}, resource.RLIM_INFINITY)"
    site.conf += f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, {limit})\n"
    said = site.build(*options, code=2)
    assert SENTENCE.fullmatch(said), said
    assert said.endswith(": file too large\n")


@pytest.mark.skipif(not can_mount(), reason="this user may not mount file systems")
@pytest.mark.slow
class TestDisks:
    """Real disks, and ``python -m sphinx`` as authors run it."""

    @pytest.mark.parametrize("jobs", ["-j1", "-j2"])
    def test_a_disk_becomes_full(self, rich: Site, jobs: str) -> None:
        # Files that have just been written are kept in the catalogue, too, each time.
        rich.conf += "import build_cache.stamps\nbuild_cache.stamps.MOMENT = 0\n"
        rich.write_conf()
        disk = rich.path / "disk"
        disk.mkdir()
        sphinx_on(["--bind", "disk", "disk"], rich.path, arguments(jobs))
        # In blocks of 4 kB.
        size = sum(file.stat().st_size // 4096 * 4 + 4 for file in disk.rglob("*"))
        shutil.rmtree(disk)
        disk.mkdir()
        seen = set()
        for room in (size // 8, size // 3, size - 500, size - 100):
            mount = ["-t", "tmpfs", "-o", f"size={room}k", "none", "disk"]
            done = sphinx_on(mount, rich.path, arguments(jobs))
            assert done.returncode == 2
            assert SENTENCE.fullmatch(done.stderr), done.stderr
            assert "no space left" in done.stderr
            seen.add(done.stderr)
        assert len(seen) > 1

    @pytest.mark.parametrize("place", ["disk", "disk/out", "disk/doctrees"])
    def test_a_folder_is_read_only(self, rich: Site, place: str) -> None:
        rich.build("-d", "disk/doctrees", out="disk/out")
        before = snapshot(rich.path / place)
        rich.write({"a.md": guide("Another title")})
        done = sphinx_on(["--bind", "-o", "ro", place, place], rich.path, arguments("-j1"))
        assert done.returncode == 2
        assert SENTENCE.fullmatch(done.stderr), done.stderr
        assert done.stderr.endswith(": read-only file system\n")
        assert snapshot(rich.path / place) == before

    def test_there_can_be_no_folder(self, rich: Site) -> None:
        rich.write_conf()
        (rich.path / "disk").mkdir()
        done = sphinx_on(["--bind", "-o", "ro", "disk", "disk"], rich.path, arguments("-j1"))
        assert done.returncode == 2
        assert done.stderr == (f"ERROR: cannot write {rich.path}/disk/out: read-only file system\n")


def arguments(jobs: str) -> list[str]:
    return ["-q", "-b", "html", "-c", ".", "-d", "disk/doctrees", jobs, "docs", "disk/out"]


def test_the_preview_shows_the_sentence(rich: Site) -> None:
    rich.write_conf()
    (rich.out / "a.html").mkdir(parents=True)
    assert in_child(lambda: preview(rich.path)) == 0


def preview(folder: Path) -> int:
    options = Options(folder / "docs", folder, folder / "out", folder / "out.doctrees")
    result = build_of_preview(options, 1)
    said = [(each.level, each.text) for each in result.messages]
    expected = ("ERROR", f"cannot write {folder}/out/a.html: is a directory")
    return int(result.is_built or said != [expected] or "Traceback" in result.output)
