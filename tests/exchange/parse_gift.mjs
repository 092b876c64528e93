// Reads GIFT from stdin with gift-pegjs, an independent parser, and prints its questions as JSON.
import {readFileSync} from 'node:fs';
import gift from 'gift-pegjs';

console.log(JSON.stringify(gift.parse(readFileSync(0, 'utf8'))));
