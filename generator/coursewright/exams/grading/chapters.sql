SELECT candidate, chapter, SUM(COALESCE(points, 0)), CAST(SUM(worth) AS INTEGER), COUNT(*)
FROM responses
WHERE worth > 0
GROUP BY candidate, chapter
ORDER BY candidate, chapter
