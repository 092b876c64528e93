// What the page says of files. In: JSON {issuer, now, files} on standard input, files in base 64.
// Out: verdicts.
import { verified } from "../../generator/coursewright/browser/verify/verification.mjs";

let text = "";
for await (const piece of process.stdin) text += piece;
const { issuer, now, files } = JSON.parse(text);
const by = { ...issuer, list: `${issuer.site}credentials/status.json`, kept: issuer.status.token };
const verdicts = [];
for (const file of files) {
  const content = new Uint8Array(Buffer.from(file, "base64"));
  verdicts.push((await verified(content, by, now, async () => by.kept)).verdict);
}
console.log(JSON.stringify(verdicts));
