"""A course that tells an employer what was learnt: the small one, with an item of every type."""

from trees import COURSE, EVERY_TYPE, ITEMS, Files, with_quiz_of

COURSE_YML = "content/course.yml"
XAPI = """\
xapi:
  recipient: Human Resources
  activities: https://garden.example/course
"""
BY_ACCOUNT = f"""{XAPI}\
  endpoint: https://lrs.example/xapi/
  home_page: https://hr.example
"""


def reporting(block: str = BY_ACCOUNT, bank: str = EVERY_TYPE) -> Files:
    """The files to lay over the small course."""
    return {COURSE_YML: COURSE[COURSE_YML] + block, **with_quiz_of(ITEMS, bank)}
