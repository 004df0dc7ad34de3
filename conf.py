"""Sphinx configuration. The sources are in docs/: sphinx-build -c . docs build/html."""

import warnings
from importlib.util import find_spec
from pathlib import Path

project = "Work Dojos"
author = "Work Dojos contributors"
copyright = "Work Dojos contributors, text under CC BY 4.0"
version = release = "0.1"  # EPUB 3 requires one
language = "en"

extensions = ["myst_parser", "sphinx_design", "sphinx_sitemap", "career_guides", "sphinx_speedups"]
if find_spec("cairosvg"):  # make pdf installs it, because TeX cannot read SVG
    extensions.append("sphinxcontrib.cairosvgconverter")
    # cairocffi gets paths of a type that Sphinx 10 removes.
    warnings.filterwarnings("ignore", module="cairocffi")
exclude_patterns = ["README.md"]
nitpicky = True

myst_enable_extensions = [
    "attrs_block",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "fieldlist",
    "strikethrough",
    "tasklist",
]
myst_heading_anchors = 3
smartquotes = False  # text shows as its author typed it
suppress_warnings = [
    "myst.strikethrough",  # shown in HTML, plain text in other formats
    "guide.stale",  # the page says so, and make check lists such guides
]

# -- career_guides ------------------------------------------------------------

guides_logo = "workdojos_logo"
guides_not_careers = ["contribute"]
guides_book_exclude = ["contribute"]
guides_search_exclude = {"contribute": "For contributors"}
guides_search_synonyms = {  # readers' own abbreviations
    "asl": "sign language",
    "cna": "nursing assistant",
    "cyber": "cybersecurity",
    "dev": "developer",
    "devs": "developer",
    "hacking": "ethical hacker",
    "np": "nurse practitioner",
    "pentester": "penetration tester",
    "pentesting": "penetration tester",
    "swe": "software engineer",
}
guides_navbar = [
    {"title": "Home", "url": "/index"},
    {"title": "A to Z", "url": "/a-z"},
    {"title": "Find yours", "url": "/find"},
    {"title": "Compare", "url": "/compare"},
    {"title": "All occupations", "url": "/occupations"},
    {"title": "Contribute", "url": "/contribute/index"},
]
guides_footer = {
    "text": "Career guides that say where their facts come from. Text: CC BY 4.0.",
    "columns": [
        {
            "title": "Careers",
            "links": [
                {"url": "/a-z"},
                {"url": "/find"},
                {"url": "/compare"},
                {"url": "/occupations"},
            ],
        },
        {
            "title": "About",
            "links": [
                {"title": "What this is", "url": "/index"},
                {"url": "/contribute/index"},
                {"url": "/contribute/front-matter"},
            ],
        },
    ],
    "social": [
        {"title": "GitHub", "url": "https://github.com/workdojos"},
    ],
}

guides_repository = "https://github.com/workdojos/career-guides"

# -- HTML ---------------------------------------------------------------------

html_theme = "furo"
html_title = project
# The only file in docs/ that is named here; another source folder may not have it.
html_favicon = next(map(str, Path().glob("docs/logos/workdojos_mark.svg")), None)
html_baseurl = "https://workdojos.com/"
html_show_sphinx = False
html_copy_source = False  # each guide is also published as Markdown
html_use_index = False  # no page has index entries
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {
        "color-brand-primary": "#1d5f63",
        "color-brand-content": "#1d5f63",
    },
    "dark_css_variables": {
        "color-brand-primary": "#7fc8c8",
        "color-brand-content": "#7fc8c8",
    },
}
pygments_dark_style = "native"
sitemap_url_scheme = "{link}"

# -- Books --------------------------------------------------------------------

latex_engine = "xelatex"  # supports every script
