/* Answers the questions of a quiz as a script can: as right as can be, the first `wrong` ones as wrong. */
(wrong) => {
  const say = (control, value) => {
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const reasons = (field) => [...field.querySelectorAll("details.cw-a li")];
  const reason = (field, id) => reasons(field).find(({ dataset }) => dataset.id === id);
  const press = (field) => field.querySelector("button[value=check]").click();
  const answer = {
    choice(field, isWrong) {
      const key = reasons(field).flatMap(({ classList, dataset }) => (classList.contains("k") ? dataset.id : []));
      const inputs = [...field.querySelectorAll(".cw-o input")];
      const no = ({ value }) => !key.includes(value);
      const others = [inputs.find(no) ?? inputs[0]]; // where all are right, one is too few
      for (const input of isWrong ? others : inputs.filter(({ value }) => key.includes(value))) input.click();
    },
    order(field, isWrong) {
      const key = reasons(field).map(({ dataset }) => dataset.id);
      const list = field.querySelector(".cw-steps");
      const move = (row, way) => row.querySelector(`button[value=${way}]`).click();
      move(list.firstElementChild, "down");
      (isWrong ? key.reverse() : key).forEach((id, place) => {
        const row = [...list.children].find(({ dataset }) => dataset.id === id);
        while ([...list.children].indexOf(row) > place) move(row, "up");
      });
    },
    match(field, isWrong) {
      for (const row of field.querySelectorAll(".cw-things > li")) {
        const target = reason(field, row.dataset.id)?.dataset.to;
        const select = row.querySelector("select");
        const other = [...select.options].find(({ value }) => value && value !== target);
        say(select, isWrong ? other.value : target);
      }
    },
    gaps(field, isWrong) {
      for (const gap of field.querySelectorAll("input[data-id]")) {
        const { dataset, firstElementChild } = reason(field, gap.dataset.id);
        say(gap, isWrong ? "?" : (dataset.value ?? firstElementChild.textContent));
      }
    },
    written(field, isWrong) {
      say(field.querySelector("textarea"), "A text.");
      press(field);
      for (const box of isWrong ? [] : field.querySelectorAll(".cw-rubric input")) box.click();
    },
  };
  const fields = [...document.querySelectorAll("cw-quiz fieldset.cw-q")];
  fields.forEach((field, at) => {
    if (field.querySelector(".cw-verdict")) return;
    field.dispatchEvent(new Event("focusin", { bubbles: true }));
    answer[field.dataset.shape](field, at < wrong);
    press(field);
    // What cannot be read is checked when it is pressed again.
    if (!field.querySelector(".cw-verdict")) press(field);
  });
  return fields.filter((field) => field.querySelector(".cw-verdict")).length;
}
