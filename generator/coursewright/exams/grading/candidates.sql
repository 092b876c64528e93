-- A row a candidate. Sums are of whole numbers, so that they are exact; percent has two decimals and is
-- rounded down, for 59.996 % must not read as the 60 % that it missed. Nobody has passed or failed before
-- all is judged.
WITH sums AS (
    SELECT
        a.sitting,
        SUM(q.worth * COALESCE(c.units, 0)) AS units,
        SUM(q.worth) AS worth,
        SUM(CASE WHEN c.units IS NULL THEN 1 ELSE 0 END) AS unmarked
    FROM answers a
    JOIN sittings s ON s.sitting = a.sitting
    JOIN questions q ON q.form = s.form AND q.position = a.position
    JOIN scores c ON c.said = a.said
    GROUP BY a.sitting
)
SELECT
    e.session,
    s.candidate,
    s.name,
    s.department,
    s.room,
    s.form,
    CAST(t.units AS DOUBLE) / e.parts AS points,
    CAST(t.worth AS INTEGER) AS worth,
    (t.units * 10000 - (t.units * 10000) % (t.worth * e.parts)) / (t.worth * e.parts) / 100.0 AS percent,
    CASE WHEN t.unmarked > 0 THEN NULL ELSE t.units * 100 >= e.cut * t.worth * e.parts END AS passed,
    s.began,
    s.ended,
    s.origin,
    s.receipt
FROM sums t
JOIN sittings s ON s.sitting = t.sitting
CROSS JOIN exam e
ORDER BY s.candidate
