"""Reports for people and machines: one format, one file."""
