"""What the operating system says when it refuses something, in words that the catalogs have."""

import errno
import os

from .words import marked as _

_SAID = {
    errno.EACCES: _("this user has no right to it"),
    errno.EPERM: _("this user has no right to it"),
    errno.ENOENT: _("there is no such file or folder"),
    errno.EEXIST: _("something else has this name; move it elsewhere"),
    errno.ENOTDIR: _("a file stands where a folder is needed"),
    errno.EISDIR: _("a folder stands where a file is needed"),
    errno.ENOSPC: _("the disk is full"),
    errno.EROFS: _("the disk can only be read"),
    errno.ENAMETOOLONG: _("the name is too long"),
    errno.EMFILE: _("too many files are open"),
    errno.EIO: _("the disk cannot be read"),
    errno.EBUSY: _("another program is using it"),
    errno.ENXIO: _("it is a pipe, a socket or a device"),
}


def trouble(error: OSError) -> str:
    """A source string where we have words for it, else the system's own."""
    if getattr(error, "winerror", 0) == 32:
        return _SAID[errno.EBUSY]
    return _SAID.get(error.errno or 0) or error.strerror or str(error) or os.strerror(error.errno or 0)
