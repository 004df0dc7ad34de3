"""The code of templates is kept where it is what Jinja would compile."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import DictLoader, Environment
from jinja2.sandbox import SandboxedEnvironment

from sphinx_speedups.compiled_templates import CompiledTemplates, strings
from tests.sphinx_speedups.rich_site import in_process, run, write

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "{% if a %}\n{{ 'x' | upper }}{{ a }}\n{% endif %}"


class Counting(CompiledTemplates):
    """Counts what it is given to keep."""

    kept = 0

    def dump_bytecode(self, bucket: Any) -> None:
        self.kept += 1
        super().dump_bytecode(bucket)


def rendered(folder: Path, source: str = SOURCE, versions: str = "1", **options: Any) -> Any:
    """Return what a template shows, and how many templates were compiled."""
    cache = Counting(folder, versions)
    filters = options.pop("filters", {})
    kind = options.pop("kind", Environment)
    environment = kind(loader=DictLoader({"a": source}), bytecode_cache=cache, **options)
    environment.filters.update(filters)
    return environment.get_template("a").render(a="<1>"), cache.kept


def test_what_is_kept_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert rendered(folder) == ("\nX<1>\n", 1)
    assert rendered(folder) == ("\nX<1>\n", 0)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"trim_blocks": True}, "X<1>\n"),
        ({"autoescape": True}, "\nX&lt;1&gt;\n"),
        ({"kind": SandboxedEnvironment}, "\nX<1>\n"),
        ({"versions": "2"}, "\nX<1>\n"),
        ({"source": "{{ a }}"}, "<1>"),
        ({"filters": {"upper": str.lower}}, "\nx<1>\n"),
        ({"filters": {"upper": lambda text: f"{text}!"}}, "\nx!<1>\n"),
        ({"autoescape": lambda _name: True}, "\nX&lt;1&gt;\n"),
        ({"finalize": lambda value: f"({value})"}, "\n(X)(<1>)\n"),
    ],
)
def test_what_was_made_in_another_way_is_not_used(
    tmp_path: Path, other: dict[str, Any], expected: str
) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, **other) == (expected, 1)


def test_functions_that_may_change_are_not_kept(tmp_path: Path) -> None:
    rendered(tmp_path, filters={"upper": lambda text: f"{text}!"})
    assert not [*tmp_path.iterdir()]
    assert rendered(tmp_path, filters={"upper": lambda text: f"{text}?"}) == ("\nx?<1>\n", 1)


@pytest.mark.parametrize("broken", ["empty", "foreign", "cut", "changed", "folder"])
def test_a_file_that_is_broken_does_no_harm(tmp_path: Path, broken: str) -> None:
    rendered(tmp_path)
    (file,) = tmp_path.iterdir()
    good = file.read_bytes()
    contents = {
        "empty": b"", "foreign": b"\0" * 99, "cut": good[:-9], "changed": good[:-9] + b"changed..",
    }  # fmt: skip
    if broken == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(contents[broken])
    assert rendered(tmp_path) == ("\nX<1>\n", 1)
    assert rendered(tmp_path)[1] == (broken == "folder")


def test_a_folder_that_cannot_be_made_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert rendered(tmp_path / "file" / "folder") == ("\nX<1>\n", 1)


@pytest.mark.slow
def test_a_build_keeps_them_beside_its_documents(tmp_path: Path) -> None:
    in_process(_build, tmp_path)
    assert len([*(tmp_path / "doctrees1/sphinx_speedups-templates").iterdir()]) > 10


def _build(folder: Path) -> None:
    write(folder)
    run(folder, "html", {})


def test_templates_without_a_name_are_kept_too(tmp_path: Path) -> None:
    found = []
    for source in (SOURCE, SOURCE, "{{ a }}", SOURCE):
        environment = SandboxedEnvironment(bytecode_cache=Counting(tmp_path, "1"))
        templates = SimpleNamespace(environment=environment)
        build: Any = SimpleNamespace(
            app=SimpleNamespace(builder=SimpleNamespace(templates=templates))
        )
        plain, compiled = environment.compile, []

        def counted(*arguments: Any, plain: Any = plain, compiled: Any = compiled) -> Any:
            compiled.append(arguments)
            return plain(*arguments)

        environment.compile = strings(build, counted)  # type: ignore[method-assign]
        shown = environment.from_string(source).render(a="<1>")
        found.append((shown, len(compiled), environment.bytecode_cache.kept))
        environment.compile(source, "a")
        assert compiled[-1] == (source, "a")
    assert found == [("\nX<1>\n", 1, 1), ("\nX<1>\n", 0, 0), ("<1>", 1, 1), ("\nX<1>\n", 0, 0)]
