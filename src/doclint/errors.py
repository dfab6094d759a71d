"""What can stop a run. Everything else is a finding."""


class DoclintError(Exception):
    """The user's world is not as the command needs it: exit status 2, one clear message."""


class ConfigError(DoclintError):
    """Settings, document types, lexicons or a baseline that cannot be used."""


class GitError(DoclintError):
    """Git is needed for what was asked and cannot answer."""
