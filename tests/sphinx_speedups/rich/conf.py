import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Rich"
extensions = [
    "myst_parser",
    "sphinx.ext.todo",
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "sphinx_speedups",
]
pygments_dark_style = "native"
language = "de"
html_search_language = "en"
locale_dirs = ["../locale"]
gettext_compact = False
translation_progress_classes = True
numfig = True
html_domain_indices = False  # the builder "json" cannot write their translated names
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "substitution"]
myst_substitutions = {"key": "a *substitution*"}
todo_include_todos = True
todo_link_only = True  # else it shows the path of this folder
latex_documents = [("index", "rich.tex", "Rich", "Nobody", "manual")]
suppress_warnings = ["app"]  # of a second application in one process


def without_search(app):
    if app.builder.name == "dirhtml":  # so that all processes resolve pages
        app.builder.search = False


def setup(app):
    app.connect("builder-inited", without_search)
