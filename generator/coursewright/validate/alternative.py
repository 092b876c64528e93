"""Words for those who cannot see a picture, which say no more than that there is one."""

import re
import unicodedata

_SILENT = frozenset(
    re.findall(
        r"\S+",
        "图 图片 图像 图形 图示 图例 插图 配图 示意图 照片 相片 截图 截屏 屏幕截图 此图 如图 上图 下图 见图 "
        "图标 图片说明 图片描述 替代文字 占位 占位图 微信图片 微信截图 qq截图 qq图片 图片文件 "
        "一张图 一张图片 "
        "image images img picture pictures pic photo photograph figure fig graphic illustration screenshot "
        "screen capture icon placeholder untitled alt alttext alternativetext imagedescription description "
        "todo tbd null none undefined test dsc dscn imgp pxl mmexport wechatimg snipaste clipboard "
        "animage apicture aphoto ascreenshot theimage thepicture "
        "画像 写真 イメージ 이미지 사진 그림 bild foto abbildung imagen imagem immagine plaatje afbeelding "
        "изображение картинка рисунок фото صورة",
    )
)
_NO_WORD = re.compile(r"[\W\d_一二三四五六七八九十]+")


def says_nothing(words: str) -> bool:
    """Whether these words fit any picture: 图片, Figure 3, IMG_0001."""
    bare = _NO_WORD.sub("", unicodedata.normalize("NFKC", words).casefold())
    return not bare or bare in _SILENT


def names_its_file(words: str, name: str) -> bool:
    """Whether these words are the name of the picture's file, with or without its ending."""
    return _letters(words) in (_letters(name), _letters(name.rpartition(".")[0]))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
