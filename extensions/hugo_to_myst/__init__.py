"""Import a Hugo site as MyST files: the content of pages, the images they show, their addresses.

The package reads the files of a site, never its build, and needs neither Hugo nor Sphinx. What it
writes is for Sphinx with MyST; the front matter, and the directive `guides` on list pages, are
those of the extension `career_guides`. Everything that could not be carried over as it was is in a
report, and the words of every guide are compared with those of its page.

Use it as a command::

    python -m hugo_to_myst path/to/site --out docs/ --report report.json

`--help` lists the options; `career-guides import-hugo` is the same command. Or use it from Python::

    from pathlib import Path
    from hugo_to_myst.import_site import import_site

    report = import_site(Path("path/to/site"), Path("docs"), dry_run=True)
    print(report.summary())
    for finding in report.problems:
        print(finding)

In goes the folder of a Hugo site: its configuration (`hugo.toml`, `config.yaml`, `config/_default/`
and the like), content in Markdown and HTML with front matter in YAML, TOML or JSON, static files,
assets, page bundles and the files of themes. The folder is only read. Symbolic links out of it are
not followed.

Out comes, in the folder of the guides:

- a file of MyST Markdown for each page, with the front matter of a guide. Links lead to the other
  files, and old addresses are aliases;
- `images/`, `files/` and `logos/`: the files that the guides show, each content once;
- `_unread/`: pages that could not be read, as they were.

A file that is there already and differs is left alone, unless it is to be replaced (`force`). Each
file is written whole or not at all, so that an import can be stopped and run again.

A page goes through the folders in this order, each of which imports only those before it:

- :mod:`.findings`, :mod:`.safe_files`: what all others use;
- :mod:`.read`: configuration, front matter, and the body as a tree of HTML;
- :mod:`.structure`: the tree as the blocks that MyST has;
- :mod:`.map`: names, addresses, links, files and front matter, from Hugo's to those of guides;
- :mod:`.write`: blocks and front matter as text, and the output folder;
- :mod:`.verify_text`: the check of the words; it needs only :mod:`.read`;
- :mod:`.convert_page`, :mod:`.unported`, :mod:`.import_site`, :mod:`.command`: a page, the rest of
  the site, the site, and the command.

The libraries it needs are in the extra `import` of the project: selectolax (HTML as browsers read
it), markdown-it-py with mdit-py-plugins and linkify-it-py, pyromark, PyYAML, Pygments, nh3, emoji
and tqdm.
"""
