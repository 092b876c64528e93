"""A linear program with whole numbers, and what HiGHS finds for it.

One thread, a fixed seed of its own and a limit of nodes: never stopped by a clock, and the same on every
machine. What is said of a solution is what the solver proved.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["optimal", "enough", "feasible", "infeasible", "undecided"]
"""`optimal` is proved so; `enough` is as good as was asked for; `feasible` meets every row, and the nodes
were used up before more was proved; `undecided` is nothing found and nothing proved."""

Terms = Mapping[int, float]
"""Column → its coefficient."""

NODES = 20_000
"""Of a search before it is given up."""

INFINITY = float("inf")


@dataclass(frozen=True)
class Solution:
    """The value of every column, none if there is no solution; `bound` is the best that was not refuted."""

    status: Status
    values: tuple[float, ...] = ()
    objective: float = INFINITY
    bound: float = -INFINITY

    @property
    def found(self) -> bool:
        return self.status not in ("infeasible", "undecided")


@dataclass
class Program:
    """Columns with a cost each, and rows; the cost of all is made as small as may be."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)

    def column(self, lower: float, upper: float, *, cost: float = 0, whole: bool = False) -> int:
        """A column, by its number."""
        for values, value in ((self.lower, lower), (self.upper, upper), (self.costs, cost)):
            values.append(value)
        self.whole.append(whole)
        return len(self.lower) - 1

    def choice(self, lower: float = 0, upper: float = 1, *, cost: float = 0) -> int:
        """A column that is 0 or 1."""
        return self.column(lower, upper, cost=cost, whole=True)

    def row(self, terms: Terms, least: float, most: float) -> None:
        self.rows.append((terms, least, most))

    def solved(self, *, enough: float | None = None, nodes: int = NODES) -> Solution:
        """The best values, or the first whose cost is at most `enough`."""
        solver = _solver(enough, nodes)
        solver.passModel(self._model())
        solver.run()
        return self._solution(solver, enough)

    def _model(self) -> Any:
        import highspy
        import numpy

        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.lower), len(self.rows)
        model.col_lower_, model.col_upper_ = numpy.array(self.lower), numpy.array(self.upper)
        model.col_cost_ = numpy.array(self.costs)
        model.row_lower_ = numpy.array([least for _, least, _ in self.rows], dtype=float)
        model.row_upper_ = numpy.array([most for _, _, most in self.rows], dtype=float)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[whole] for whole in self.whole]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = numpy.cumsum([0, *(len(terms) for terms, *_ in self.rows)])
        matrix.index_ = numpy.array([at for terms, *_ in self.rows for at in terms], dtype=numpy.int32)
        matrix.value_ = numpy.array(
            [value for terms, *_ in self.rows for value in terms.values()], dtype=float
        )
        return model

    def _solution(self, solver: Any, enough: float | None) -> Solution:
        import highspy

        status = solver.getModelStatus()
        states = highspy.HighsModelStatus
        if status in (states.kInfeasible, states.kUnboundedOrInfeasible, states.kModelEmpty):
            return self._empty() if status == states.kModelEmpty else Solution("infeasible")
        info = solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Solution("undecided")
        values = tuple(self._rounded(solver.getSolution().col_value))
        said: Status = "optimal" if status == states.kOptimal else "feasible"
        if said == "feasible" and enough is not None and info.objective_function_value <= enough:
            said = "enough"
        bound = info.mip_dual_bound if any(self.whole) else info.objective_function_value
        return Solution(said, values, info.objective_function_value, bound)

    def _empty(self) -> Solution:
        return Solution("optimal", tuple(self.lower), 0, 0)

    def _rounded(self, values: Sequence[float]) -> list[float]:
        return [
            float(round(value)) if whole else value for value, whole in zip(values, self.whole, strict=True)
        ]


def _solver(enough: float | None, nodes: int) -> Any:
    from highspy import Highs

    class Quiet(Highs):
        """Without callbacks, whose enabling prints a banner before there can be an option to be quiet."""

        def enableCallbacks(self) -> None:  # noqa: N802 - HiGHS names it
            pass

    solver: Any = Quiet()  # type: ignore[no-untyped-call]
    options = {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "mip_max_nodes": nodes,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-7,
    }
    if enough is not None:
        options["objective_target"] = enough
    for name, value in options.items():
        solver.setOptionValue(name, value)
    return solver
