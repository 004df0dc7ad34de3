"""The documentation in docs/contribute/ says what the code does, and its examples work."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import MagicMock

import pytest
import yaml
from bs4 import BeautifulSoup
from tools.reference import MARK, REFERENCE, fill

from career_guides import setup
from career_guides.cli import main
from career_guides.config import ABOUT
from career_guides.content.page import read_page
from career_guides.content.schema import FOREIGN_KEYS, KEYS, Figure
from career_guides.diagnostics.problem import SUBTYPES
from career_guides.document.directives import AToZ, FigureCard, Guides, Next
from tests.career_guides.test_check import photo
from tests.conftest import LOGO, ROOT, Site, guide, without_pagefind

if TYPE_CHECKING:
    from pathlib import Path

CONTRIBUTE = ROOT / "docs" / "contribute"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(CONTRIBUTE.glob("*.md"))}
#: Pages that this file is about; others in the folder are checked as guides alone.
MANUAL = (
    "index.md", "fix-a-typo.md", "add-a-guide.md", "add-a-career.md", "add-a-picture.md",
    "write-well.md", "use-the-figures.md", "check.md", "editors.md", "configuration.md",
    "metadata.md", "front-matter.md", "targets-and-order.md", "directives.md", "messages.md",
    "check-messages.md", "hosting.md", "speed.md", "split-a-site.md", "translate.md",
    "use-in-your-project.md",
)  # fmt: skip


class Block(NamedTuple):
    """A fenced block: its language, its caption if it has one, its text."""

    language: str
    caption: str
    text: str


def blocks(name: str) -> list[Block]:
    """Return the fenced blocks of a page."""
    fence = re.compile(
        r"^(`{3,})(?:(\w+)|\{code-block\} (\w+))\n(.*?)^\1$", re.DOTALL | re.MULTILINE
    )
    found = []
    for match in fence.finditer(PAGES[name]):
        text = match[4]
        caption = re.match(r":caption: (.+)\n\n", text)
        if caption:
            text = text[caption.end() :]
        found.append(Block(match[2] or match[3], caption[1] if caption else "", text))
    return found


def of_language(language: str, *names: str) -> list[str]:
    return [block.text for name in names for block in blocks(name) if block.language == language]


def headings(name: str) -> set[str]:
    return set(re.findall(r"^#{2,} `(.+)`$", PAGES[name], re.MULTILINE))


# -- the pages themselves -----------------------------------------------------


def test_all_pages_are_there_and_short() -> None:
    assert set(MANUAL) <= PAGES.keys()
    for name in MANUAL:
        assert PAGES[name].count("\n") <= 300, name


@pytest.mark.parametrize("name", MANUAL)
def test_page_is_a_good_guide(name: str) -> None:
    page = read_page(PAGES[name], f"contribute/{name.removesuffix('.md')}")
    assert page.problems == ()
    assert 80 <= len(page.values["description"]) <= 155
    assert "weight" in page.values
    body = PAGES[name].split("\n---\n", 1)[1]
    outside = re.sub(r"^(`{3,}).*?^\1$", "", body, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"^# ", outside, re.MULTILINE)


# -- front matter -------------------------------------------------------------


def test_every_key_has_its_entry() -> None:
    assert headings("front-matter.md") == set(KEYS)
    for key in {*Figure.model_fields, *FOREIGN_KEYS}:
        assert f"`{key}`" in PAGES["front-matter.md"], key


YAML = [
    (name, block.text)
    for name in MANUAL
    for block in blocks(name)
    if block.language == "yaml" and not block.caption
]


@pytest.mark.parametrize(("name", "text"), YAML, ids=[text.split("\n")[1] for _, text in YAML])
def test_yaml_example_is_front_matter_without_problems(name: str, text: str) -> None:
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    page = read_page(text, "baker/index" if "cascade:" in text else "baker/overview")
    assert page.problems == ()
    assert page.values


def test_examples_show_every_key() -> None:
    shown = set()
    for text in of_language("yaml", "front-matter.md"):
        shown |= read_page(text, "baker/index").values.keys()
    assert shown == set(KEYS)


def test_the_examples_of_the_keys_build(tmp_path: Path) -> None:
    """Each is a page of a career that has what they point at."""
    site = Site(tmp_path / "site")
    texts = dict(enumerate(of_language("yaml", "front-matter.md")))
    site.write({
        "index.md": guide("Home"),
        "liaison/day-in-the-life.md": guide("A day"),
        **{f"baker/{name}.md": guide(name) for name in ("overview", "dough", "first-day")},
        **dict.fromkeys(("images/baker/oven.svg", "images/baker/stars.svg"), LOGO),
        "logos/workdojos_logo.svg": LOGO,
        **{
            f"{'other/index' if 'cascade:' in text else f'baker/example-{number}'}.md":
            f"{text}\nSome text.\n"
            for number, text in texts.items()
        },
    })  # fmt: skip
    assert site.build("-n", "-W", "--keep-going", "-D", "guides_drafts=1") == ""
    for number, text in texts.items():
        if "cascade:" not in text:
            assert (site.out / f"baker/example-{number}.html").is_file()


@pytest.mark.parametrize("name", REFERENCE)
def test_the_reference_is_made_from_the_code(name: str) -> None:
    made = fill(PAGES[name], dict(REFERENCE[name]()))
    assert made == PAGES[name], "run: make reference"


def test_what_is_written_by_hand_stays() -> None:
    page = "# A\n\n## `x`\n\nBy hand.\n\n## `y`\n\nMore.\n"
    once = fill(page, {"x": "Made.", "y": "Made\n- too"})
    assert once == (
        f"# A\n\n## `x`\n\n{MARK}\nMade.\n\nBy hand.\n\n## `y`\n\n{MARK}\nMade\n- too\n\nMore.\n"
    )
    assert fill(once, {"x": "New.", "y": "Made\n- too"}) == once.replace("Made.", "New.")
    with pytest.raises(LookupError, match="no section `z`"):
        fill(page, {"z": "?"})


def test_every_directive_option_is_described() -> None:
    text = PAGES["directives.md"]
    entries = dict(re.findall(r"^`([a-z-]+)`\n: (.+(?:\n  .+)*)", text, re.MULTILINE))
    for name, directive in (
        ("figure-card", FigureCard), ("next", Next), ("guides", Guides), ("a-z", AToZ)
    ):  # fmt: skip
        for option in directive.option_spec or ():
            assert f"`{option}`" in entries[name], (name, option)


# -- messages -----------------------------------------------------------------


def test_every_subtype_has_its_section() -> None:
    pages = ("messages.md", "check-messages.md")
    sections = {name.removeprefix("guide.") for page in pages for name in headings(page)}
    assert sections == SUBTYPES.keys()
    for name in MANUAL:
        assert set(re.findall(r"\bguide\.([a-z_]+)\b", PAGES[name])) <= SUBTYPES.keys(), name


def page(*lines: str, body: str = "Some text.") -> str:
    return "\n".join(["---", *lines, "---", "", body, ""])


#: A site with every fault that messages.md shows.
FAULTY = {
    "index.md": guide("Home"),
    "logos/workdojos_logo.svg": LOGO,
    "images/oven.svg": LOGO,
    "images/notes.txt": "no image",
    "images/broken.png": "no image either",
    "baker/index.md": page("title: Baker", "next: overview", "description: Bread and how to bake"),
    "baker/overview.md": page("title: What a baker does", "sidebarlgo: workdojos_logo"),
    "baker/figure.md": page("title: A figure", "figure: {image: /images/oven.svg, atl: An oven}"),
    "baker/twice.md": page("title: Twice", "weight: 10", "weight: 20"),
    "baker/bread.md": page("title: Bread: the first loaf"),
    "baker/tools.md": page("title: Tools", "\tsubtitle: Knives"),
    "baker/open.md": "---\ntitle: Open\n\nSome text.\n",
    "baker/old.md": "+++\ntitle = 'Old'\n+++\n\nSome text.\n",
    "baker/number.md": page("title: 404", "sidebar: 'false'", "tags: bread"),
    "baker/nothing.md": page("description: A page without a title."),
    "baker/noimage.md": page("title: No image", "figure: {alt: An oven}"),
    "baker/dates.md": page(
        "title: Dates", "last_reviewed: 2026-02-30", "review_in: soon", "cascade: {weight: 3}"
    ),
    "baker/logo.md": page("title: Logo", "sidebarlogo: wordojos_logo"),
    "baker/pictures.md": page("title: A", "figure: {image: /images/bread.svg, alt: x}"),
    "baker/outside.md": page("title: B", "figure: {image: ../../oven.svg, alt: x}"),
    "baker/host.md": page("title: C", "figure: {image: 'https://example.org/oven.svg', alt: x}"),
    "baker/notes.md": page("title: D", "figure: {image: /images/notes.txt, alt: x}"),
    "baker/broken.md": page("title: E", "figure: {image: /images/broken.png, alt: x}"),
    "baker/night.md": page(
        "title: Night", "figure: /images/oven.svg", body="```{figure-card} /images/oven.svg\n```"
    ),
    "baker/dough.md": page(
        "title: Dough", "next:", "  - overviw", "  - dough", "  - ftp://example.org/"
    ),
    "baker/links.md": page(
        "title: Links", body="See {guide}`overviw`.\n\n```{guides}\n:career: bakr\n```"
    ),
    "baker/moved.md": page(
        "title: Moved", "aliases:", "  - /baker/overview", "  - /_static/bread",
        "  - /baker/was-here",
    ),
    "baker/twice-moved.md": page("title: Moved too", "aliases:", "  - /baker/was-here"),
    "baker/codes.md": page(
        "title: Codes", "occupation: [51-3000,", "  15-1132]",
        body="{fact}`25-2021 median-hourly-pay`",
    ),
    "baker/shop.md": page(
        "title: Shop", "description: Bread and how to bake",
        body="![](/images/oven.svg)\n\n![image](/images/oven.svg)\n\nWe recieve flour.\n\n"
        "#### Prices",
    ),
    "images/shop/wide.svg": LOGO + " " * (301_000 - len(LOGO)),
    "images/shop/till.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "images/shop/lost.svg": LOGO,
    "baker/wages.md": page("title: Wages", "occupation: 51-3011", body="Bakers earn $31,000."),
    "baker/review.md": page("title: Review", "last_reviewed: 2024-05-01", "review_in: 1 year"),
}  # fmt: skip


def test_every_example_message_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site(tmp_path / "site", "guides_today = '2026-11-22'")
    site.write(FAULTY)
    (site.docs / "baker/latin.md").write_bytes(b"---\ntitle: Latin\n---\n\nCaf\xe9\n")
    without_pagefind(tmp_path, monkeypatch, "No module named pagefind")
    (site.docs / "images/shop/photo.jpg").write_bytes(photo())
    said = site.build().splitlines()
    monkeypatch.chdir(site.path)
    main(["check"])
    said += capsys.readouterr().out.splitlines()
    examples = "".join(of_language("text", "messages.md", "check-messages.md")).splitlines()
    assert [line for line in examples if line not in said] == []
    # And each kind has one.
    shown = {match[1] for line in examples if (match := re.search(r"\[guide\.(\w+)\]$", line))}
    assert shown == SUBTYPES.keys()


def test_message_of_the_front_page_is_worded_so() -> None:
    for line in of_language("text", "index.md"):
        name, number, message = re.fullmatch(
            r"docs/(.+)\.md:(\d+): WARNING: (.+) \[guide\.unknown_key\]\n", line
        ).groups()
        text = page("title: x", *["# comment"] * (int(number) - 3), "sidebarlgo: y")
        (problem,) = read_page(text, name).problems
        assert (problem.line, problem.message) == (int(number), message)


# -- configuration ------------------------------------------------------------


def config_values() -> dict[str, tuple[object, type]]:
    """Return name -> default and type of all that setup() adds."""
    app = MagicMock()
    setup(app)
    return {
        name: (default, kind)
        for name, default, _rebuild, kind in (
            call.args for call in app.add_config_value.call_args_list
        )
    }


def test_every_setting_is_described_and_none_that_is_not() -> None:
    values = config_values()
    assert headings("configuration.md") == values.keys() == ABOUT.keys()
    for name in MANUAL:
        assert set(re.findall(r"\bguides_[a-z_]+", PAGES[name])) <= values.keys(), name


def test_python_examples_are_settings() -> None:
    kinds = {name: kind for name, (_, kind) in config_values().items()}
    set_somewhere = set()
    for text in of_language("python", *MANUAL):
        for statement in ast.parse(text).body:
            assert isinstance(statement, ast.Assign)
            name = ast.unparse(statement.targets[0])
            if name in kinds:
                assert isinstance(ast.literal_eval(statement.value), kinds[name]), text
                set_somewhere.add(name)
    assert set_somewhere == kinds.keys()


def test_our_own_configuration_is_described() -> None:
    described = PAGES["configuration.md"].partition("## What our `conf.py` sets")[2]
    for statement in ast.parse((ROOT / "conf.py").read_text("utf-8")).body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            assert f"`{ast.unparse(target)}`" in described


def test_every_template_is_described() -> None:
    folder = ROOT / "extensions" / "career_guides" / "templates"
    assert f"`{folder.relative_to(ROOT)}/`" in PAGES["configuration.md"]
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    table = re.findall(r"^\| `(.+?\.html)` \|", PAGES["configuration.md"], re.MULTILINE)
    assert set(table) == names


def selectors() -> list[str]:
    """Return the CSS selectors that configuration.md promises."""
    table = PAGES["configuration.md"].partition("| Part | Selector | Notes |\n")[2]
    rows = table.partition("\n\n")[0].splitlines()[1:]
    found = [name for row in rows for name in re.findall(r"`(.+?)`", row)]
    return [name for name in found if re.search(r"[.\[]", name)]


# -- whole examples -----------------------------------------------------------


def captioned(*names: str) -> dict[str, str]:
    """Return path -> text of the files that the pages show."""
    return {block.caption: block.text for name in names for block in blocks(name) if block.caption}


def sphinx(folder: Path, *arguments: str) -> str:
    """Run Sphinx in *folder*, with warnings as errors; return what it says of problems."""
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", *arguments],
        cwd=folder, capture_output=True, text=True, timeout=120,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stderr


def test_the_minimal_project_builds(tmp_path: Path) -> None:
    files = captioned("use-in-your-project.md")
    assert sorted(files) == ["docs/baker/overview.md", "docs/conf.py", "docs/index.md"]
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert sphinx(tmp_path, "docs", "build/html") == ""
    home = (tmp_path / "build/html/index.html").read_text("utf-8")
    assert 'href="baker/overview.html"' in home
    assert (tmp_path / "build/html/baker/overview.html").is_file()


def test_the_new_career_builds(tmp_path: Path) -> None:
    files = captioned("add-a-guide.md", "add-a-career.md")
    assert sorted(files) == [
        "docs/baker/first-day.md", "docs/baker/index.md", "docs/baker/overview.md",
    ]  # fmt: skip
    directives = "\n".join(of_language("markdown", "add-a-picture.md"))
    site = Site(tmp_path / "site", 'guides_repository = "https://github.com/acme/careers"')
    site.write({name.removeprefix("docs/"): text for name, text in files.items()})
    images = re.findall(r"/(images/[\w/-]+\.svg)", "\n".join([*files.values(), directives]))
    site.write({
        "index.md": guide("Home", "```{guides}\n:industry: Food\n```"),
        "baker/dough.md": guide("Dough", directives, figure="/" + images[0], weight="20"),
        "logos/workdojos_logo.svg": LOGO,
        "logos/workdojos_logo-dark.svg": LOGO,
        **dict.fromkeys(images, LOGO),
    })  # fmt: skip
    said = [line for line in site.build().splitlines() if "'figure' needs 'alt'" not in line]
    assert "".join(said) == ""
    assert site.soup("index.html").select_one("a.guide-card")["href"] == "baker/index.html"
    drawer = site.soup("baker/dough.html").select("nav.guide-nav a")
    assert [link["href"] for link in drawer] == [
        "index.html", "first-day.html", "overview.html", "#",
    ]  # fmt: skip
    assert site.soup("baker/dough.html").select_one("figure.figure-card img[width='480']")

    assert len(selectors()) > 12
    pages = [site.soup(f"baker/{name}.html") for name in ("index", "overview")]
    missing = [name for name in selectors() if not any(soup.select(name) for soup in pages)]
    assert missing == []


def write(folder: Path, *names: str) -> dict[str, str]:
    """Write the files that the pages show below *folder*; return them."""
    files = captioned(*names)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return files


def test_two_projects_link_to_each_others_guides(tmp_path: Path) -> None:
    write(tmp_path, "split-a-site.md")
    for project in ("food", "health"):
        assert sphinx(tmp_path / project, "-c", ".", "docs", "build/html") == ""
    page = (tmp_path / "health/build/html/index.html").read_text("utf-8")
    address = "https://acme.example/food/baker/overview.html"
    links = BeautifulSoup(page, "html.parser").select(f'article p a[href="{address}"]')
    assert [link.text for link in links] == ["What a baker does"] * 2
    # A title that has changed there shows here, after the next build of each.
    file = tmp_path / "food/docs/baker/overview.md"
    file.write_text(file.read_text("utf-8").replace("What a baker does", "Bakers"), "utf-8")
    for project in ("food", "health"):
        assert sphinx(tmp_path / project, "-c", ".", "docs", "build/html") == ""
    page = (tmp_path / "health/build/html/index.html").read_text("utf-8")
    links = BeautifulSoup(page, "html.parser").select(f'article p a[href="{address}"]')
    assert [link.text for link in links] == ["Bakers"] * 2
    # One index of all that is side by side on the host.
    for project in ("food", "health"):
        shutil.copytree(tmp_path / project / "build/html", tmp_path / "site" / project)
    run = [sys.executable, "-m", "pagefind", "--site", "site"]
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    entry = json.loads((tmp_path / "site/pagefind/pagefind-entry.json").read_text("utf-8"))
    pages = [path for path in tmp_path.glob("site/*/**/*.html") if BODY in path.read_text("utf-8")]
    assert {path.relative_to(tmp_path / "site").parts[0] for path in pages} == {"food", "health"}
    assert entry["languages"]["en"]["page_count"] == len(pages)


#: Sign of a page that Pagefind reads.
BODY = "data-pagefind-body"


def test_the_wheel_works_in_an_empty_project(tmp_path: Path) -> None:
    checkout, fresh = tmp_path / "checkout", tmp_path / "fresh"
    checkout.mkdir()
    # A copy: building leaves files of its own beside the sources.
    shutil.copytree(
        ROOT / "extensions", checkout / "extensions",
        ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"),
    )  # fmt: skip
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    quiet = ("--disable-pip-version-check", "--no-index", "--no-deps")
    run = [sys.executable, "-m", "pip", "wheel", *quiet, "--no-build-isolation", "-w", "wheels"]
    subprocess.run([*run, "."], cwd=checkout, check=True, capture_output=True, timeout=300)
    (wheel,) = (checkout / "wheels").glob("career_guides-*.whl")
    top = checkout / "extensions"
    files = {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {name for name in files if ".egg-info/" not in name}

    venv.create(fresh, with_pip=False)
    python = next(fresh.glob("bin/python"), fresh / "Scripts/python.exe")
    run = [sys.executable, "-m", "pip", "--python", python, "install", *quiet, "-q", wheel]
    subprocess.run(run, check=True, timeout=300)
    # What the wheel needs is there already: no test asks a registry.
    packages = next(fresh.glob("**/site-packages"))
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    write(tmp_path / "project", "use-in-your-project.md")
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run_there(*arguments: str) -> str:
        command = [python, "-P", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path / "project", env=env, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = "import career_guides; print(career_guides.__file__)"
    assert run_there("-c", where).startswith(str(packages))
    run_there("-m", "sphinx", "-n", "-W", "docs", "build/html")
    assert (tmp_path / "project/build/html/_static/career-guides.css").is_file()
    assert "0 problems" in run_there("-m", "career_guides.cli", "check", "docs")
    assert "--no-browser" in run_there("-m", "career_guides.cli", "live", "--help")


def test_the_workflow_for_pages_builds_as_we_do() -> None:
    files = captioned("hosting.md")
    assert sorted(files) == [".github/workflows/pages.yml"]
    steps = yaml.safe_load(files[".github/workflows/pages.yml"])["jobs"]["site"]["steps"]
    (command,) = [step["run"] for step in steps if "run" in step]
    assert make_commands(command) == {"dirhtml"}
    (folder,) = [step["with"]["path"] for step in steps if "path" in step.get("with", {})]
    assert folder == "build/dirhtml"


# -- commands -----------------------------------------------------------------


def targets() -> set[str]:
    """Return the targets of the Makefile."""
    text = (ROOT / "Makefile").read_text("utf-8")
    builders = re.search(r"^BUILDERS := (.+)$", text, re.MULTILINE)
    assert builders
    return {*re.findall(r"^([a-z]+):", text, re.MULTILINE), *builders[1].split()}


def make_commands(text: str) -> set[str]:
    found = re.findall(r"^ *(?:\$ )?make ([a-z]+)|`make ([a-z]+)", text, re.MULTILINE)
    return {first or second for first, second in found}


def test_every_make_command_is_a_target() -> None:
    for name in MANUAL:
        assert make_commands(PAGES[name]) <= targets(), name
    assert {"html", "check"} <= make_commands(PAGES["index.md"])


def test_the_readme_says_how_to_build_and_test() -> None:
    readme = ROOT / "README.md"
    if not readme.is_file():
        pytest.skip("no README.md")
    assert {"html", "test"} <= make_commands(readme.read_text("utf-8")) <= targets()


def test_every_career_guides_command_runs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [
        line.split()[1:]
        for text in of_language("sh", *MANUAL)
        for line in text.splitlines()
        if line.startswith("career-guides ")
    ]
    assert commands
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text(guide("Home"), "utf-8")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        assert main(command) == 0, command
    assert "0 problems" in capsys.readouterr().out
