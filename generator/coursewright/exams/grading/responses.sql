-- A row a response, in the order of candidates and positions. Points that a person has still to judge are
-- null. `units` are shares of a point in `parts`.
SELECT
    e.session,
    s.candidate,
    s.form,
    a.position,
    q.item,
    q.type,
    q.chapter,
    q.competency,
    q.objective,
    q."case",
    q.worth,
    CAST(q.worth * c.units AS DOUBLE) / e.parts AS points,
    CAST(c.units AS DOUBLE) / e.parts AS score,
    c.is_answered,
    d.response,
    d.marks,
    a.seconds,
    s.origin
FROM answers a
JOIN sittings s ON s.sitting = a.sitting
JOIN questions q ON q.form = s.form AND q.position = a.position
JOIN said d ON d.said = a.said
JOIN scores c ON c.said = a.said
CROSS JOIN exam e
ORDER BY s.candidate, a.position
