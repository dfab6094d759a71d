"""The quality gate for documentation sets."""

__version__ = "0.1.0"
