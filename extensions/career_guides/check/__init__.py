"""``career-guides check``: everything that can be said of a folder of guides without a build."""
