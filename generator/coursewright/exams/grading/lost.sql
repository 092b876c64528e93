SELECT candidate, item
FROM responses
WHERE worth > 0 AND points < worth
ORDER BY candidate, worth - points DESC, position
