// The sums of a page that waits: numbers whose SHA-256 begins with enough zeros. Who has no script
// waits instead. Nothing is sent but the numbers, with the form; src/web/turns.rs checks them.
"use strict";

const turn = document.getElementById("turn");
const said = document.getElementById("turn-said");
const bar = document.getElementById("turn-bar");

// Source: FIPS 180-4, 4.2.2 and 5.3.3. The first 32 bits of what stands behind the point of the
// roots of the first primes.
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const bitsOf = (root) => ((root - Math.floor(root)) * 4294967296) | 0;
const start = primes.slice(0, 8).map((prime) => bitsOf(Math.sqrt(prime)));
const constants = Int32Array.from(primes, (prime) => bitsOf(Math.cbrt(prime)));
const words = new Int32Array(64);

// The first word of SHA-256 over the one block whose first 16 words stand in `words`.
function firstWord() {
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15];
    const y = words[i - 2];
    words[i] = (words[i - 16] + words[i - 7]
      + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
      + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
  }
  let [a, b, c, d, e, f, g, h] = start;
  for (let i = 0; i < 64; i++) {
    const one = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
      + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
    const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
      + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (a + start[0]) | 0;
}

function work() {
  const shift = 32 - turn.dataset.bits;
  const sums = Number(turn.dataset.sums);
  const answers = [];
  let tried = 0;
  words.fill(0);
  for (let i = 0; i < 4; i++) {
    words[i] = parseInt(turn.dataset.seed.slice(8 * i, 8 * i + 8), 16);
  }
  // 24 bytes, then a one, then their number of bits.
  words[6] = 0x80000000;
  words[15] = 192;
  said.textContent = said.dataset.sum;
  bar.max = sums;
  bar.hidden = false;

  // A little at a time: the page stays as quick as it was.
  function some() {
    const until = performance.now() + 30;
    do {
      for (let i = 0; i < 200; i++) {
        words[4] = answers.length;
        words[5] = tried;
        if (firstWord() >>> shift === 0) {
          answers.push(tried);
          tried = 0;
          if (answers.length === sums) return done();
        } else {
          tried++;
        }
      }
    } while (performance.now() < until);
    bar.value = answers.length;
    setTimeout(some);
  }

  function done() {
    turn.value = [turn.value, ...answers].join(".");
    bar.hidden = true;
    if (turn.form.matches(".goes")) {
      turn.form.submit();
    } else {
      said.textContent = said.dataset.ready;
    }
  }

  some();
}

if (turn) work();
