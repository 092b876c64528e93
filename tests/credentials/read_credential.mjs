// A credential and its status list as other people's libraries read them: jose, vc-bitstring-status-list.
// In: JSON {token, jwk, issuer, now, list} on standard input. Out: header, payload, bits that are set.
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import { importJWK, jwtVerify } from "jose";

let text = "";
for await (const piece of process.stdin) text += piece;
const { token, jwk, issuer, now, list } = JSON.parse(text);
const key = await importJWK(jwk, "ES256");
const options = { issuer, currentDate: new Date(now), algorithms: ["ES256"] };
const read = await jwtVerify(token, key, options);
const bits = await decodeList({ encodedList: list });
const set = [];
for (let at = 0; at < bits.length; at += 1) if (bits.getStatus(at)) set.push(at);
const { protectedHeader: header, payload } = read;
console.log(JSON.stringify({ header, payload, length: bits.length, set }));
