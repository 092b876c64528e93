-- An item that tests several competencies counts for each; their ids have a space between.
WITH each_one AS (
    SELECT candidate, UNNEST(STRING_SPLIT(competency, ' ')) AS competency, points, worth
    FROM responses
    WHERE worth > 0 AND competency <> ''
)
SELECT candidate, competency, SUM(COALESCE(points, 0)), CAST(SUM(worth) AS INTEGER), COUNT(*)
FROM each_one
GROUP BY candidate, competency
ORDER BY candidate, competency
