"""A role: the job description that HR edits, prints and has signed."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field
from pydantic.types import StrictInt

from .references import ChapterId, CompetencyId, EmployerId, ExamId, FamilyId, RoleId
from .text import Code, Flag, Id, Line, Percent, Plain, Source, Text, field

PROPOSED = (
    "建议稿：原始资料没有说明，须由人力资源部确认。",
    "A proposal that HR must confirm, because the source did not say.",
)


def proposed() -> Flag:
    return field(*PROPOSED, False)  # type: ignore[no-any-return]  # pydantic's Field is untyped


DOCUMENTS = {"interview": "competencies", "onboarding": "training", "appraisal": "kpis"}
"""Documents that are made from a role beside its description, and the field that each is made of."""


class Duty(Source):
    """One responsibility."""

    text: Line = field("职责，动词开头，写明结果。", "The duty; begins with a verb and names a result.")
    standard: Line = field("衡量标准，可以观察。", "How it is measured.")
    weight: Percent = field("权重（%）,全部合计 100。", "Weight in percent; all duties sum to 100.")
    source: Flag = field(
        "true:职责出自原始资料（衡量标准与权重仍为建议）。",
        "True if the duty itself is in the source (standard and weight stay proposals).",
        False,
    )


class Relation(Source):
    """With whom, about what."""

    partner: Plain = field("对象。", "With whom.")
    purpose: Line = field("事由。", "About what.")


class Qualification(Source):
    """One requirement."""

    kind: Literal["education", "field", "experience", "certificate", "knowledge", "skill", "quality"] = field(
        "education 学历，field 专业，experience 经验，certificate 证书，"
        "knowledge 知识，skill 技能，quality 素质。",
        "education, field of study, experience, certificate, knowledge, skill or quality.",
    )
    text: Line = field("要求。", "The requirement.")
    proposed: Flag = proposed()


class RequiredCompetency(Source):
    """A competency at a level."""

    competency: CompetencyId = field("能力代号（competencies.yml）。", "Competency id (competencies.yml).")
    level: Annotated[StrictInt, Field(ge=1, le=4)] = field("要求的等级，1 到 4。", "Level required, 1 to 4.")
    essential: Flag = field("true 必备，false 期望。", "True if essential, false if desirable.", True)


class Kpi(Source):
    """One indicator."""

    name: Plain = field("指标名称。", "Name of the indicator.")
    formula: Line = field("定义或公式。", "Definition or formula.")
    weight: Percent = field("权重（%）,全部合计 100。", "Weight in percent; all KPIs sum to 100.")
    period: Literal["month", "quarter", "half-year", "year"] = field("考核周期。", "Period of appraisal.")
    data: Plain = field("数据来源。", "Where the data come from.")
    target: Plain | None = field(
        "目标值；空着由用人部门填写。", "Target; leave out for the department to fill in.", None
    )
    better: Literal["higher", "lower"] = field(
        "higher 越高越好，lower 越低越好（如投诉率、逾期率）；得分按它的公式算。",
        "higher or lower is better (lower: complaints, arrears); it decides how points are worked out.",
        "higher",
    )
    floor: Annotated[StrictInt, Field(ge=0, le=99)] = field(
        "下限：得分低于它的记 0 分；0 为不设。",
        "Fewer points than this count as none; 0 for no such limit.",
        0,
    )
    cap: Annotated[StrictInt, Field(ge=100, le=200)] = field(
        "上限：得分最高算到多少，100 到 200。", "The most points that count, 100 to 200.", 100
    )


class Training(Source):
    """What to learn before or in the role."""

    chapter: ChapterId = field("章的代号。", "Chapter id.")
    when: Plain = field("何时完成，如“到岗一个月内”。", "By when.")
    day: Annotated[StrictInt, Field(ge=1, le=366)] = field(
        "同一期限的天数：到岗后第几天之前，用来排入职计划。",
        "The same as days after the start, to order the onboarding plan.",
    )


class Revision(Source):
    """One line of the revision table."""

    version: Code = field("版本。", "Version.")
    date: Code = field("日期。", "Date.")
    change: Line = field("修订内容。", "What changed.")


class Confirmation(Source):
    """What was a proposal until somebody confirmed it."""

    by: Plain = field("确认人。", "Who confirmed it.")
    date: Code = field("确认日期。", "When.")
    fields: tuple[Code, ...] = field(
        "确认的栏目：字段名，或 duties.2 这样的一行（当时的序号）；standard 衡量标准，weight 权重。",
        "What was confirmed: names of fields, or a row as it was then numbered, such as duties.2; "
        "standard and weight are those of all duties.",
        min_length=1,
    )


class DocumentControl(Source):
    """Who stands behind this document."""

    version: Code = field('版本号，如 "1.0"。', 'Version, such as "1.0".')
    prepared: Plain = field("编制。", "Prepared by.")
    reviewed: Plain | None = field("审核；空着待签。", "Reviewed by; leave out to sign later.", None)
    approved: Plain | None = field("批准；空着待签。", "Approved by; leave out to sign later.", None)
    effective: Plain | None = field("生效日期；空着待定。", "Effective from; leave out if open.", None)
    review: Plain = field("复审周期，如“每年一次”。", "How often it is reviewed.")
    revisions: tuple[Revision, ...] = field("修订记录。", "Revisions.", ())
    confirmations: tuple[Confirmation, ...] = field(
        "人力资源部对建议稿的确认。", "Confirmations of what was a proposal.", ()
    )

    def confirms(self, name: str) -> bool:
        """Whether somebody confirmed the field of that name."""
        return any(name in confirmation.fields for confirmation in self.confirmations)


ProposableField = Literal[
    "aliases",
    "employer",
    "family",
    "channel",
    "grade",
    "employment",
    "department",
    "reports_to",
    "second_line",
    "headcount",
    "location",
    "conditions",
    "purpose",
    "authority",
    "internal",
    "external",
    "competencies",
    "kpis",
    "redlines",
    "training",
    "career",
    "statement",
]


class Role(Source):
    """`content/roles/<id>.yml`."""

    code: Code = field("岗位编号，如 RM-01。", "Role code, such as RM-01.")
    title: Plain = field("岗位名称。", "Title of the role.")
    aliases: tuple[Plain, ...] = field("别名。", "Other titles.", ())
    kind: Literal["role", "charter"] = field(
        "role 岗位，charter 部门职责。", "role, or charter for a department.", "role"
    )
    family: FamilyId = field(
        "序列的代号（roles/families.yml）。", "Id of the job family (roles/families.yml)."
    )
    employer: EmployerId | None = field(
        "适用单位的代号（roles/families.yml 的 employers），如 owner。",
        "Whose post it is: an id of “employers” in roles/families.yml, such as owner.",
        None,
    )
    grade: Literal["specialist", "supervisor", "manager", "director", "department"] = field(
        "职级：specialist 专员，supervisor 主管，manager 经理，director 总监，department 部门。",
        "specialist, supervisor, manager, director or department.",
    )
    company: Plain | None = field(
        "单位名称；空着由人力资源部填写。", "Name of the company; leave out for HR to fill in.", None
    )
    channel: Plain | None = field(
        "面对的渠道，如“网点”；岗位库按它筛选。", "The channel it works in; the library filters by it.", None
    )
    employment: Plain | None = field("岗位性质，如“全职”。", "Kind of employment, such as full-time.", None)
    department: Plain = field("所属部门。", "Department.")
    reports_to: RoleId | None = field("直接上级的岗位代号。", "Id of the role it reports to.", None)
    superior: Plain | None = field(
        "直接上级不在这套岗位里时，写它的名称，不写 reports_to。",
        "The direct superior by name, where it is none of these roles; instead of reports_to.",
        None,
    )
    second_line: Plain | None = field("间接上级。", "The superior's superior.", None)
    headcount: Plain | None = field("定员。", "Number of posts.", None)
    location: Plain | None = field("工作地点。", "Place of work.", None)
    conditions: Plain | None = field("工作条件，如出差。", "Working conditions, such as travel.", None)
    purpose: Text = field("岗位目的，一两句。", "Why the role exists, in a sentence or two.")
    duties: tuple[Duty, ...] = field(
        "岗位职责，按重要性，不超过 12 条。",
        "Duties by importance, at most twelve.",
        min_length=1,
        max_length=12,
    )
    authority: tuple[Line, ...] = field("工作权限。", "What the holder may decide.", ())
    internal: tuple[Relation, ...] = field("内部工作关系。", "Working relations inside.", ())
    external: tuple[Relation, ...] = field("外部工作关系。", "Working relations outside.", ())
    required: tuple[Qualification, ...] = field("必备资格。", "Required qualifications.", ())
    preferred: tuple[Qualification, ...] = field("优先资格。", "Preferred qualifications.", ())
    competencies: tuple[RequiredCompetency, ...] = field("能力要求。", "Competencies required.", ())
    kpis: tuple[Kpi, ...] = field("关键绩效指标。", "Key performance indicators.", ())
    redlines: tuple[Line, ...] = field("合规与风险红线。", "Compliance red lines.", ())
    training: tuple[Training, ...] = field("培训要求。", "Training required.", ())
    exams: tuple[ExamId, ...] = field(
        "培训之后要考的考试的代号（quizzes/exams），按先后。",
        "Ids of the exams that the training leads to (quizzes/exams), first one first.",
        (),
    )
    career: tuple[RoleId, ...] = field("可晋升或转任的岗位代号。", "Ids of roles this one can lead to.", ())
    statement: Text | None = field("声明条款。", "Closing statement.", None)
    proposals: tuple[ProposableField, ...] = field(
        "整栏属于建议稿的字段名。", "Names of fields that are proposals as a whole.", ()
    )
    reservations: tuple[Line, ...] = field(
        "启用前须确认的事，如须由合规部门确认的；说明书、入职计划和考核表的开头都印。",
        "What must be confirmed before use, such as by compliance; at the head of the description, "
        "the onboarding plan and the appraisal record.",
        (),
    )
    notes: tuple[Line, ...] = field(
        "给人力资源部的其他说明；只印在说明书上（网页、Word 与 PDF）。",
        "Other notes for HR; in the description alone: on the page, in Word and in PDF.",
        (),
    )
    document: DocumentControl = field("文件控制。", "Document control.")


def codes_of(id: str, role: Role) -> tuple[str, ...]:
    """A role's code as file names have it, which on many systems know no capitals."""
    return (role.code.casefold(),)


def documents_of(id: str, role: Role) -> Iterator[str]:
    """The keys of a role's documents: its description has the role's own id."""
    yield id
    yield from (f"{id}.{kind}" for kind, field in DOCUMENTS.items() if getattr(role, field))


class Family(Source):
    """A job family."""

    id: Id = field("固定代号。", "Stable id.")
    title: Plain = field("序列名称。", "Name of the family.")
    summary: Line = field("一句话说明。", "One sentence about it.")


class Employer(Source):
    """Whose posts there are, where a course has those of more than one kind of company."""

    id: Id = field("固定代号。", "Stable id.")
    title: Plain = field("名称，如“总公司”。", "Its name, such as “Head office”.")


class Families(Source):
    """`content/roles/families.yml`."""

    employers: tuple[Employer, ...] = field(
        "适用单位；岗位分属几种单位时才写，如委托方与受托方。",
        "Employers; only where posts are of several kinds of company, such as an owner and a contractor.",
        (),
    )
    families: tuple[Family, ...] = field("岗位序列，按显示次序。", "Job families in the order shown.")
