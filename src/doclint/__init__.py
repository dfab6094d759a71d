"""The quality gate for documentation sets."""
