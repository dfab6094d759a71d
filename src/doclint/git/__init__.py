"""What git knows of a project. The command line of git is asked, and nothing of a repository is run."""
