"""The audit of a phase: its claims, deliverables and documents, what the gate says to them, and one verdict."""
