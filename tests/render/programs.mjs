/** Says what a program says whose names are told apart in every way that there is. */
/** @param {unknown[]} values */
const out = (...values) => console.log(JSON.stringify(values));
const one = 1;

const within = (one) => {
  {
    const one = 3;
    out(one);
  }
  out(one);
};
within(2);
out("a name within one of the same name", one);

const increased = (name) => name + 1;
globalThis.name = "n";
out("a name of the browser's that a function has for itself", increased(1), name);

const early = () => later(2);
function later(more) {
  return more + late;
}
const late = 5;
out("a name that is used before it is declared", early());

{
  const {
    a,
    b: {
      c: [d, ...e],
    },
    f = a + d,
    ...g
  } = { a: 1, b: { c: [2, 3, 4] }, h: 5 };
  out("patterns with keys, defaults and what is left", a, d, e, f, g);
}
{
  let alpha, beta;
  ({ alpha, other: beta = 7 } = { alpha: 3 });
  [alpha, beta] = [beta, alpha];
  const both = { alpha, beta, gamma: alpha, one };
  out("keys that are names", both, both.alpha, both.one);
}

const parameters = ({ first, second = first }, third = second, ...rest) => [first, second, third, rest];
out("parameters that know those before them", parameters({ first: 1 }, undefined, 4, 5));

class Held {
  #held = 1;
  static #made = 0;
  get held() {
    return this.#held;
  }
  raise() {
    this.#held += Held.count();
    return this;
  }
  static count() {
    return ++Held.#made;
  }
  has(other) {
    return #held in other;
  }
}
out("private fields", new Held().raise().held, new Held().has({}));

const Outer = class Inner {
  static again() {
    return Inner === Outer;
  }
};
const factorial = function fact(number) {
  return number ? number * fact(number - 1) : 1;
};
out("classes and functions with names of their own", Outer.again(), factorial(5));

const all = [];
for (const [key, value] of Object.entries({ a: 1 })) all.push(key + value);
for (let at = 0; at < 2; at += 1) all.push(() => at);
for (const key in { z: 1 }) all.push(key);
out("loops", all.map((each) => (typeof each === "function" ? each() : each)));

try {
  throw new Error("thrown");
} catch ({ message }) {
  out("what is caught", message);
}
outer: for (const each of [1, 2, 3]) {
  switch (each) {
    case 2: {
      const each = "labels and cases";
      out(each);
      break outer;
    }
    default:
      out(each);
  }
}

const word = "w";
const tag = (parts, ...values) => parts.raw.join("|") + values.join();
out(`templates  ${word} // ${`in ${word}`} `, tag`x ${word}  y`);

// prettier-ignore
const f = () => {
  let sum = one
  let next = sum
  ++next
  return [sum, next]
}
out("statements without semicolons", f(), -1 - -2, 8 / 2 / 2, /[/'"`] {2}/.source, +one + +one);

// a parameter that is called as its function is
function named({ named, other }) {
  return () => [named, other];
}
console.log(named({ named: 1, other: 2 })(), named.length);
