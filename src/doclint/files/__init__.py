"""The files of a project: their names, patterns of names, and what is in them, on disk or in a commit."""
