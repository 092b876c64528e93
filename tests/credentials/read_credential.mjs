// A credential and its status list as other people's libraries read them: jose, vc-bitstring-status-list.
// In: JSON {token, jwk, issuer, now, list} on standard input. Out: header, payload, bits that are set.
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import { importJWK, jwtVerify } from "jose";

let text = "";
for await (const piece of process.stdin) text += piece;
const { token, jwk, issuer, now, list } = JSON.parse(text);
const key = await importJWK(jwk, "ES256");
const read = await jwtVerify(token, key, { issuer, currentDate: new Date(now), algorithms: ["ES256"] });
const bits = await decodeList({ encodedList: list });
const set = [];
for (let at = 0; at < bits.length; at += 1) if (bits.getStatus(at)) set.push(at);
console.log(JSON.stringify({ header: read.protectedHeader, payload: read.payload, length: bits.length, set }));
