"""Write guides: front matter as YAML, blocks as MyST, and files in the output folder.

- :mod:`.escape`: text that Markdown takes as it is;
- :mod:`.inline`: the content of a line;
- :mod:`.pipe_table`: simple tables;
- :mod:`.code_blocks`: code blocks and their options;
- :mod:`.raw_html`: HTML that MyST has no form for, sanitised;
- :mod:`.blocks`: all blocks of a page;
- :mod:`.front_matter`: the keys of a guide as YAML;
- :mod:`.figure_key`: the figure that a guide begins with;
- :mod:`.list_pages`: the list pages that Hugo generates itself;
- :mod:`.output_folder`: the folder of the guides, where nothing is replaced unasked.
"""
