"""``career-guides check``: find problems in a folder of guides without a build."""
