"""Chinese filler of exact length, from a seed: the same words in every run, different words in every copy."""

import random

_TWO = (
    "客户 经理 部门 同事 主管 市场 需求 计划 资料 记录 流程 制度 目标 结果 数据 信息 报告 会议 时间 地点 "
    "方法 步骤 重点 问题 原因 答案 变化 关系 责任 权限 风险 收入 成本 费用 余额 期限 用途 合同 单据 系统 "
    "电话 短信 网点 柜台 街道 社区 学校 医院 工厂 商店 老师 家长 店主 员工 团队 对手 伙伴 行业 政策 环境 "
    "了解 说明 核对 登记 上报 联系 拜访 安排 准备 完成 整理 分析 比较 判断 选择 决定 检查 改进 提醒 回答 "
    "当面 及时 如实 清楚 具体 合适 稳定 完整 准确 简单 重要 主要 常见 真实 明确 可靠 专门 长期 每周 每月 "
    "首先 然后 因此 如果 但是 可以 应当 需要 不能 已经 仍然 按照 根据 通过 关于 对于 以及 或者 并且 所以 "
).split()
_ONE = list("的了和与在把被让请先再又也都很不要能会是有到从向对给")


class Prose:
    """A stream of words."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def fill(self, length: int) -> str:
        """`length` characters of Chinese: mostly words of two characters, as in real text."""
        words: list[str] = []
        left = length
        while left:
            word = self._random.choice(_ONE if left == 1 or self._random.random() < 0.2 else _TWO)
            words.append(word)
            left -= len(word)
        return "".join(words)
