"""Map Hugo to guides: pages to names, links to links, files to places, front matter to keys.

- :mod:`.urls`: addresses as Hugo forms them;
- :mod:`.sphinx_names`: names and labels as Sphinx has them;
- :mod:`.dates`: dates, and which of them decides;
- :mod:`.inherited`: the front matter that pages inherit from cascades;
- :mod:`.section_order`: the order of the pages of a section;
- :mod:`.taxonomies`: the pages of tags and categories;
- :mod:`.values`: values of front matter as guides can hold them;
- :mod:`.page_names`: the old address of a page and the name of its guide;
- :mod:`.site`: the index of all pages;
- :mod:`.cascade`: the values that all guides of a folder share;
- :mod:`.aliases`: old addresses that lead to the guide;
- :mod:`.assets`: images and other files;
- :mod:`.links`: the targets of links, and suggestions for broken ones;
- :mod:`.heading_ids`: the headings that links can name;
- :mod:`.rewrite_links`: the links and images of one page;
- :mod:`.front_matter`: the keys of a guide;
- :mod:`.drafts`: pages that Hugo did not publish;
- :mod:`.logo`: the logo in the sidebar;
- :mod:`.next_key`: the link to the next guide.
"""
