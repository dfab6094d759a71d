"""Fixes: made on bytes, tried in memory, written when all is well."""
