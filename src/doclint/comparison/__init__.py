"""What of a report is new: against a baseline, against the commit a branch began at."""
