"""Other people's packages that a file is made with. What they make is remembered by their versions."""

from importlib.metadata import version

COLLECTION = "manimgx_fonts_cjk"
"""Noto Sans CJK in every weight: a face for each way of writing Chinese characters."""

SIMPLIFIED = "pylopdf_fonts_zh_cn"
"""Noto Sans SC in one weight: files a quarter smaller than with the collection, in a quarter less time."""

SCRIPTS = "manimgx_fonts"
"""Noto Sans for Latin, Greek, Cyrillic and twenty other scripts, and signs."""

FONTS = (SIMPLIFIED, SCRIPTS, COLLECTION)
"""Each is a folder of fonts."""

MAKERS = {"docx": ("python-docx", "lxml"), "pdf": ("typst", *FONTS), "png": ("typst", *FONTS)}
"""Ending → the packages that show in such a file."""

CODES = "zxing-cpp"
"""What draws codes on answer sheets."""


def makers() -> str:
    """All of them with their versions, as a file's record says what it was made with."""
    names = sorted({CODES, *(name for own in MAKERS.values() for name in own)})
    return ", ".join(f"{name} {version(name)}" for name in names)
