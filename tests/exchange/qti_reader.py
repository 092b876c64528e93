"""QTI items rendered and scored by another's program, qti-components, in chromium."""

from fractions import Fraction
from typing import Any

from playwright.sync_api import Page

from coursewright.exchange.qti_names import identifier
from coursewright.exchange.qti_scoring import name_of_gap
from coursewright.model.items.interaction import AskedChoice, AskedGaps, AskedMatch, AskedOrder, Choice
from trees import ROOT

READER = ROOT / "node_modules/@citolab/qti-components/cdn/index.global.js"

SCORED = """
async ([xml, tries]) => {
  document.body.innerHTML = '<qti-item><item-container></item-container></qti-item>';
  const container = document.querySelector('item-container');
  await container.updateComplete;
  container.itemXML = xml;
  const found = async () => {
    for (let turn = 0; turn < 500; turn += 1) {
      const item = container.shadowRoot?.querySelector('qti-assessment-item');
      if (item?.variables.some((each) => each.identifier === 'SCORE')) return item;
      await new Promise((done) => setTimeout(done, 2));
    }
    throw new Error('not rendered');
  };
  const item = await found();
  await item.updateComplete;
  return tries.map((responses) => {
    item.resetResponses();
    for (const [name, value] of Object.entries(responses)) item.updateResponseVariable(name, value);
    item.processResponse();
    const said = item.variables.find((each) => each.identifier === 'FEEDBACK')?.value ?? [];
    return [Number(item.getOutcome('SCORE').value), Number(item.getOutcome('RAW').value), [said].flat()];
  });
}
"""


class Reader:
    """A page in which items are scored."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.set_content("<!doctype html><body></body>")
        page.add_script_tag(path=READER)

    def scored(self, xml: str, tries: list[dict[str, Any]]) -> list[tuple[float, float, list[str]]]:
        """For every response the score, the points that it was made of, and what feedback is shown."""
        found: list[tuple[float, float, list[str]]] = self._page.evaluate(SCORED, [xml, tries])
        return found


def as_qti(asked: Any, response: Any) -> dict[str, Any]:
    """A response of ours as QTI has it: the value of every response variable."""
    match asked:
        case AskedChoice(Choice(many=False)):
            return {"RESPONSE": identifier(response[0])} if response else {}
        case AskedChoice() | AskedOrder():
            return {"RESPONSE": [*map(identifier, response)]} if response else {}
        case AskedMatch():
            pairs = [
                f"{identifier(thing)} {identifier(f'{target}-target')}" for thing, target in response.items()
            ]
            return {"RESPONSE": pairs} if pairs else {}
        case AskedGaps(interaction):
            names = {gap.id: name_of_gap(at) for at, gap in enumerate(interaction.gaps, 1)}
            return {names[id]: text for id, text in response.items() if text}
        case _:
            return {}


def share(points: int, of: int, worth: int = 1) -> float:
    return float(Fraction(points * worth, of))
