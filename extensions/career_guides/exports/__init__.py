"""Files beside the pages, for programs: feed, sitemap, redirects, Markdown, JSON."""
