"""A document with every kind of block, and one as long as job descriptions usually are."""

from dataclasses import replace

from coursewright.press.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Look,
    Paragraph,
    Signatures,
    Table,
    Title,
)
from coursewright.press.line import Control, Mark, Run, Spans
from coursewright.styles.tokens import engine_tokens

_TOKENS = engine_tokens()["light"]
LOOK = Look(**{name: _TOKENS[name] for name in Look.__dataclass_fields__})
GRADE = Control(
    "grade", "职级", "manager", kind="choice", choices=(("specialist", "专员"), ("manager", "经理"))
)
BLOCKS: tuple[Block, ...] = (
    Title("园丁岗位说明书"),
    Facts(
        (
            (("岗位名称",), (Control("title", "岗位名称", "园丁"), " ", Mark("建议稿", "待确认"))),
            (("职级",), (GRADE,)),
            (("直接上级",), (Control("reports_to", "直接上级"),)),
            (("生效日期",), (Control("effective", "生效日期", "2026-11-23", kind="date"),)),
        ),
        frozenset({2}),
        "岗位",
    ),
    Heading(("职责", " ", Mark("建议稿", "待确认"))),
    Table(
        (Column(("职责",), 60), Column(("权重",), 40, "right")),
        (((Control("duties.1.text", "职责", "松土\n浇水\t施肥"),), ("60",)), (("剪枝",), ("40",))),
        "职责",
        tall=12,
    ),
    Table((Column(("一",), 1), Column(("二",), 1), Column(("三",), 1)), ((("1",), ("2",), ()),), "另一张表"),
    Heading(("清单",), 2),
    Listing((("带水壶",), ("带剪刀",)), "tick"),
    Listing((("第一步",), ("第二步",)), "number"),
    Listing((("再来",),), "number"),
    Listing((("要点",),)),
    Listing((("不踩苗",),), "cross"),
    Paragraph((Run("说明：", strong=True), "照此办理。")),
    Paragraph(("注意",), "note"),
    Paragraph(("一式三份",), "small"),
    Signatures(("任职人", "直接上级", "人力资源部", "见证人"), ("签字", "日期")),
)
DOCUMENT = Document(
    name="G-01-园丁-v1.0",
    title="园丁岗位说明书",
    subject="岗位说明书",
    author="园艺公司",
    language="zh-CN",
    date="2026-11-23",
    head=((Control("company", "单位名称"),), "G-01"),
    page="第 {page} 页 / 共 {pages} 页",
    look=LOOK,
    blocks=BLOCKS,
    keywords=("园丁", "G-01"),
)


def document(*blocks: Block, language: str = "zh-CN") -> Document:
    """The sample with other blocks, and nothing to fill in beside them."""
    head = (("园艺公司",), "G-01")
    return replace(DOCUMENT, blocks=(BLOCKS[0], *blocks), head=head, language=language)


def typical() -> Document:
    """As much as a job description usually holds."""
    mark = Mark("建议稿", "待确认")

    def field(key: str, text: str) -> Spans:
        return (Control(key, key, text),)

    def table(title: str, shares: tuple[int, ...], cells: tuple[str, ...], rows: int) -> tuple[Block, Block]:
        columns = tuple(Column((f"第{at}列",), share) for at, share in enumerate(shares))
        lines = tuple(
            tuple(field(f"{title}.{row}.{at}", cell) for at, cell in enumerate(cells)) for row in range(rows)
        )
        return Heading((title, " ", mark)), Table(columns, lines, title)

    long = "分析所管客户的需求并维护重点客户，从中发现并落实新的业务机会。"
    facts = tuple((("项目名称",), (*field(f"fact.{at}", "按机构设置填写"), " ", mark)) for at in range(11))
    blocks = (
        Title("典型岗位说明书"),
        Facts(facts, frozenset({10}), "基本信息"),
        Heading(("岗位目的",)),
        Paragraph(field("purpose", long * 2)),
        *table("岗位职责", (6, 40, 44, 10), ("1", long, long + "每季度一次。", "25"), 8),
        Heading(("工作权限",)),
        Listing(tuple(field(f"authority.{at}", long) for at in range(5))),
        *table("工作关系", (10, 30, 60), ("内部", "风险评审人员", "提交调查材料，回应评审问题"), 7),
        *table("任职资格", (14, 52, 34), ("技能", "较强的沟通与语言表达能力。", "有相关工作经历。"), 5),
        *table("能力要求", (25, 15, 10, 25, 15, 10), ("风险防范与控制能力", "3 独立完成", "必备") * 2, 6),
        *table("绩效指标", (18, 43, 9, 10, 20), ("业务目标达成率", long, "20", "季度", "业务系统"), 5),
        Heading(("合规红线",)),
        Listing(tuple(field(f"redlines.{at}", long) for at in range(7)), "cross"),
        *table("培训要求", (30, 20, 30, 20), ("职业定位与职业素养", "到岗一个月内") * 2, 4),
        Heading(("文件控制",)),
        Facts(facts[:6], title="文件控制"),
        Paragraph((long * 2,), "small"),
        Signatures(("任职人", "直接上级", "人力资源部"), ("签字", "日期")),
    )
    return replace(DOCUMENT, blocks=blocks)
