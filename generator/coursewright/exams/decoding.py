"""What Pillow raises for a picture that is damaged or is none.

It says so of itself by OSError (UnidentifiedImageError), and by DecompressionBombError for one that is too
large; its readers of formats let through whatever a damaged header makes their own reckoning raise. Hundreds
of thousands of altered pictures raised nothing that is not of these kinds.
"""

import struct
import zlib

from PIL.Image import DecompressionBombError

UNREADABLE = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    MemoryError,
    struct.error,
    zlib.error,
    DecompressionBombError,
)
