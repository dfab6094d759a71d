"""Writing files so that nobody ever sees half of one."""

import contextlib
import os
from pathlib import Path


def replaced(file: Path, content: bytes) -> None:
    """
    Put a content in place of a file's, or make the file; after a failure the old one is as it was.

    A symbolic link stays one: what it leads to is replaced. The mode of the file is kept.

    Raises:
        OSError: The folder cannot be written to, or the disk is full.
    """
    if file.exists() and not file.is_file():  # /dev/stdout, a named pipe: there is nothing to replace
        file.write_bytes(content)
        return
    import tempfile

    file = Path(os.path.realpath(file))
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
        os.chmod(name, file.stat().st_mode if file.exists() else 0o666 & ~_umask())
        os.replace(name, file)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
