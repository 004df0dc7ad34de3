"""The configuration files of the other tools: equivalent pages, and nothing from other hosts."""

from __future__ import annotations

# Zensical reads this too. No font, because it would be loaded from another host.
MKDOCS = """\
site_name: Generated guides
site_url: https://example.org/
theme:
  name: material
  font: false
  features: [{features}]
plugins: [search]
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - pymdownx.highlight
  - pymdownx.superfences
  - toc:
      permalink: true
"""
HUGO = """\
title = "Generated guides"
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""
STARLIGHT = """\
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://example.org/',
  integrations: [starlight({ title: 'Generated guides' })],
});
"""
STARLIGHT_CONTENT = """\
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
"""
MYST = """\
version: 1
project:
  title: Generated guides
  exclude: [theme/**]
site:
  title: Generated guides
  template: ./theme
  options:
    folders: true
"""
# mystmd loads its themes from its own host. This one has no pages: only their content is made.
MYST_THEME = """\
jtex: v1
version: 1.0.0
title: None
kind: site
build:
  install: "true"
  start: "true"
"""
