"""An HTML page is filled in: head, sidebar, links to other pages, weight."""
