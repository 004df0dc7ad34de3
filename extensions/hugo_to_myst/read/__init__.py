"""Read a Hugo site: its configuration, its content files, and the body of a page as a tree of HTML.

- :mod:`.data_files`: TOML, YAML and JSON, within limits;
- :mod:`.markup`: the site's settings for Markdown;
- :mod:`.config`: the site's configuration;
- :mod:`.content_files`: the files of the content folders;
- :mod:`.front_matter`: front matter and body of a content file;
- :mod:`.parameters`: the values that the shortcode `param` shows;
- :mod:`.shortcodes`: the grammar of shortcodes;
- :mod:`.shortcode_table`: the rules for shortcodes, built-in and the user's own;
- :mod:`.html_tree`: HTML, read as browsers read it;
- :mod:`.start_tags`: broken start tags of HTML, fixed;
- :mod:`.heading_ids`: the ids that headings get;
- :mod:`.struck`: text between single tildes;
- :mod:`.goldmark`: Markdown as Hugo's Goldmark reads it;
- :mod:`.expand_shortcodes`: shortcodes as HTML elements;
- :mod:`.body`: all of this for the body of one page.
"""
