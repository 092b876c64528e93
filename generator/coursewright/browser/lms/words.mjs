export default {
  "told": "Your answers and your result are reported to the learning platform.",
  "alone": "No learning platform was found: nothing is reported, and your answers are gone when you leave.",
  "looking": "You are only looking at this: nothing is reported.",
  "trouble": "The learning platform did not accept everything ({trouble}). Tell whoever runs it; you can go on.",
  "back": "End and return to the platform",
  "cut": "The platform sets the cut score: {cut} %."
};
