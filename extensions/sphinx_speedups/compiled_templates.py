"""The code of templates, kept from build to build.

Jinja compiles all templates of the theme again in every build. Here it keeps their code beside the
documents, by a digest of all that it is made from.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2.environment
import sphinx
from jinja2 import BytecodeCache

from . import kept_files
from .html_builder import environment_of
from .patches import Patch, defined_in, equals

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

    from .patches import Build

#: Packages whose functions change with their version alone. Jinja calls filters and tests also
#: while it compiles.
_KNOWN = ("jinja2.", "markupsafe.", "sphinx.", "builtins.", "_operator.")


class CompiledTemplates(BytecodeCache):
    """The code of templates in files of a folder; a file that is not as it was written is ignored.

    :param folder: where they are; it may not exist yet
    :param versions: of what else the code depends on
    """

    def __init__(self, folder: Path, versions: str) -> None:
        self.folder = folder
        self.versions = versions

    def load_bytecode(self, bucket: Bucket) -> None:
        made_from = self.made_from(bucket.environment)
        if made_from is None:
            return
        code = kept_files.load(self.folder / bucket.key, made_from)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        made_from = self.made_from(bucket.environment)
        if made_from is not None:
            kept_files.store(self.folder / bucket.key, made_from, bucket.bytecode_to_string())

    def made_from(self, environment: Environment) -> str | None:
        """Return what a template's code depends on but its source; ``None`` if that is unknown."""
        functions = [
            *environment.filters.items(), *environment.tests.items(),
            *environment.extensions.items(), ("undefined", environment.undefined),
        ]  # fmt: skip
        named = [
            (name, f"{getattr(each, '__module__', '')}.", getattr(each, "__qualname__", ""))
            for name, each in functions
        ]
        if not all(module.startswith(_KNOWN) for _name, module, _qualname in named):
            return None
        if callable(environment.autoescape) or environment.finalize:
            return None
        parts: list[Any] = [self.versions, environment.sandboxed, named]
        for values in (vars(environment), environment.policies):
            parts += sorted(
                (name, repr(value))
                for name, value in values.items()
                if isinstance(value, str | int | None)
            )
        return repr(parts)


def templates(build: Build, original: None) -> CompiledTemplates:
    """Have the code of templates kept in the folder of documents."""
    versions = f"jinja2 {version('jinja2')}, sphinx {sphinx.__version__}"
    return CompiledTemplates(Path(build.app.doctreedir, "sphinx_speedups-templates"), versions)


def strings(build: Build, original: Any) -> Any:
    """Keep the code of templates without a name, too: static files of the theme."""
    environment = environment_of(build)

    def compile(source: Any, name: str | None = None, *rest: Any, **options: Any) -> Any:  # noqa: A001
        cache = environment.bytecode_cache
        is_plain = isinstance(source, str) and not (name or rest or options)
        if not is_plain or not isinstance(cache, CompiledTemplates):
            return original(source, name, *rest, **options)
        digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
        bucket = cache.get_bucket(environment, digest, None, source)
        if bucket.code is None:
            bucket.code = original(source)
            cache.set_bucket(bucket)
        return bucket.code

    return compile


SPEEDUPS = (
    Patch(
        "compiled_templates", environment_of, "bytecode_cache", templates, equals(None),
        "all templates of the theme are compiled again in every build",
    ),
    Patch(
        "compiled_templates.strings", environment_of, "compile", strings,
        defined_in(jinja2.environment),
        "templates among the theme's static files are compiled again in every build",
    ),
)  # fmt: skip
