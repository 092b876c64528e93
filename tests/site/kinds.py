"""One address of every kind of page, and of every sheet and taxonomy, by name."""

TOOLKITS = (
    "complaint-handling",
    "early-warning",
    "listening-questioning",
    "method-135",
    "outlet-posts",
    "summer-visits",
    "visit-preparation",
)

CHAPTERS = (
    "positioning",
    "market",
    "prospecting",
    "relationship",
    "marketing",
    "risk",
    "products",
    "management",
)

QUIZ = "quizzes/risk/"
QUIZ_ID = "risk"
SECTION = "learn/risk/internal/"
CHAPTER = "learn/risk/"
EXAM = "quizzes/exams/rm-advanced/"
MOCK = f"{EXAM}mock/"
BANK = "guides/bank/risk/"
ROLE = "roles/bancassurance-client-manager/"

PAGES: dict[str, str] = {
    "home": "",
    "my learning": "my/",
    "own levels": "my/levels/",
    "transcript": "my/transcript/",
    "outline": "learn/",
    "chapter": CHAPTER,
    "section": SECTION,
    "summary of a chapter": f"{CHAPTER}recap/",
    "quiz index": "quizzes/",
    "quiz": QUIZ,
    "exam": EXAM,
    "mock exam": MOCK,
    "sample paper": f"{EXAM}sample/",
    "taxonomy index": "taxonomies/",
    "taxonomy, classification": "taxonomies/client-risk/",
    "taxonomy, mix": "taxonomies/marketing-mix/",
    "taxonomy, process": "taxonomies/method-135/",
    "competencies": "competencies/",
    "matrix": "competencies/matrix/",
    "toolkit index": "toolkits/",
    **{f"toolkit {name}": f"toolkits/{name}/" for name in TOOLKITS},
    "glossary": "glossary/",
    "people": "people/",
    "role index": "roles/",
    "role compare": "roles/compare/?roles=client-manager,channel-manager",
    "role": ROLE,
    "charter": "roles/bancassurance-department/",
    "guide index": "guides/",
    "guide": "guides/write/",
    "codes": "guides/codes/",
    "coverage": "guides/coverage/",
    "bank": "guides/bank/",
    "bank of a chapter": BANK,
    "not found": "404.html",
}
