export default {
  "right": "Right",
  "wrong": "Not right",
  "missed": "The right answer",
  "choose_first": "Choose an answer first.",
  "move_first": "Move a step first: the order shown is not the right one.",
  "up": "Up",
  "down": "Down",
  "up_step": "Up: {step}",
  "down_step": "Down: {step}",
  "moved": "{step}: now step {number} of {total}",
  "belongs": "Belongs in place {number}"
};
