"""Turn the HTML of a page into the blocks that MyST has.

- :mod:`.clean_html`: what cannot or need not be carried over goes;
- :mod:`.inline`: the content of a line;
- :mod:`.tables`: tables of data and tables for layout;
- :mod:`.tab_sets`: tabs in their sets;
- :mod:`.blocks`: paragraphs, headings, lists, tables and directives;
- :mod:`.page_parts`: the figure, the next link and the heading levels of a guide.
"""
