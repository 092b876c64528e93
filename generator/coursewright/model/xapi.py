"""Whom a course tells what was learnt, where learners agree: xAPI statements to a learning record store."""

from typing import Annotated

from pydantic import StringConstraints

from .mark import CODE
from .text import Flag, Plain, Source, field

_HOST = r"https?://(?:[\w.-]+|\[[0-9A-Fa-f:]+\])(?::\d+)?"
ADDRESS = rf"^{_HOST}(?:/[^\s?#@]*)?$"
ADDRESS_OR_PATH = rf"^(?:{_HOST}(?:/[^\s?#@]*)?|/(?:[^\s?#@/][^\s?#@]*)?)$"
"""An address, or a path on the host of the site; neither has a place for a password."""

_LONGEST = 1000

Address = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=_LONGEST), CODE]
AddressOrPath = Annotated[str, StringConstraints(pattern=ADDRESS_OR_PATH, max_length=_LONGEST), CODE]


class Xapi(Source):
    """Statements as xAPI 1.0.3 has them (IEEE 9274.1.1 reads them too)."""

    recipient: Plain = field(
        "谁接收、谁能看到学习记录，如“人力资源部”；学员同意之前会看到它。",
        "Who receives the records and can see them, such as “Human Resources”; "
        "learners read it before they agree.",
    )
    activities: Address = field(
        "课程在学习记录库里的固定地址，各题各节的代号都接在它后面；网站搬家也不要更改，不必打得开。",
        "The fixed address under which the store knows the course; ids of sections and items follow it. "
        "It stays when the site moves, and need not open.",
    )
    endpoint: AddressOrPath | None = field(
        "学习记录库（LRS）的地址；与网站同一主机时可只写路径，如 /xapi/。密码不能写在这里。",
        "Address of the learning record store (LRS), or a path such as /xapi/ on the site's own host. "
        "No password can stand here.",
        None,
    )
    home_page: Address | None = field(
        "学员账号所属系统的地址；写了 endpoint 就要写。学员自己填一次员工号。",
        "Address of the system that the learners' accounts belong to, needed with an endpoint; "
        "each learner types the employee number once.",
        None,
    )
    cookies: Flag = field(
        "true：请求带上 Cookie，用于另一主机上靠登录状态放行的网关。",
        "True if requests take cookies along, for a gateway on another host where learners are signed in.",
        False,
    )
    launch: tuple[Address, ...] = field(
        "可以用链接启动本课程的学习平台：其学习记录库地址的开头部分。",
        "Learning platforms that may start the course by a link: how the addresses of their stores begin.",
        (),
    )

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where statements may go."""
        return (*([self.endpoint] if self.endpoint else []), *self.launch)
