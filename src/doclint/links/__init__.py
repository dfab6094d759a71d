"""Links: where each one leads, which anchors a file has, who links to whom."""
