"""Compare the imported guides with the site that Hugo itself built from the same files.

Hugo decides what a page shows and where it is. This package reads the folder that Hugo wrote
(`public/`) and the guides, and compares the addresses, the words in their order, the ids of
headings, where links and images lead, and the order of the pages of a section. It shares no code
with the conversion: what is read wrongly there is not read wrongly here in the same way.

- :mod:`.html_content`: the words, ids, links and images of a piece of HTML;
- :mod:`.built_site`: the pages, redirects and files that Hugo wrote;
- :mod:`.guides`: the guides, as Sphinx and MyST show them;
- :mod:`.compare`: the differences;
- :mod:`.table`: the differences as a table, and as JSON.
"""
