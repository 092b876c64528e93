-- What cost a candidate most; more than a dozen nobody can study next.
WITH ranked AS (
    SELECT
        candidate,
        item,
        ROW_NUMBER() OVER (PARTITION BY candidate ORDER BY worth - points DESC, position) AS place
    FROM responses
    WHERE worth > 0 AND points < worth
)
SELECT candidate, item
FROM ranked
WHERE place <= 12
ORDER BY candidate, place
