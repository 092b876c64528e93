SELECT
    RANK() OVER (ORDER BY percent DESC),
    candidate, name, department, room, form, points, worth, percent, passed, began, ended, origin, receipt
FROM candidates
ORDER BY 1, candidate
