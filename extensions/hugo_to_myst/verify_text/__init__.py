"""Check that a guide says the words that readers of the old page saw, in their order.

This shares no code with the reading and writing that it checks, except the table of shortcodes:
the page is rendered again with plain markdown-it, and the guide is read back by the rules of MyST.

- :mod:`.html_words`: the words that a browser shows;
- :mod:`.hugo_page`: the words of the old page;
- :mod:`.myst_guide`: the words of the guide;
- :mod:`.compare`: the differences between the two.
"""
