// Asks the page's verifier about every vector of the file that is named.
import { readFileSync } from 'node:fs';
import { published, standard } from './verify.mjs';

const OTHER = 'whsec_b3RoZXIgc2VjcmV0';
let wrong = 0;

function check(vector, way, said) {
  if (said !== vector.valid) {
    console.error(`${way} of "${vector.name}" says ${said}`);
    wrong += 1;
  }
}

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const vector of vectors) {
  const body = Buffer.from(vector.body, 'utf8');
  const secrets = [vector.secret, OTHER];
  if (vector.standard !== null || vector.signature === null) {
    // as Node has them: a header that is not there is undefined
    const headers = Object.fromEntries(Object.entries(vector.standard ?? {}).filter(([, value]) => value !== null));
    check(vector, 'standard', standard(body, headers, secrets, vector.now));
  }
  if (vector.standard === null || vector.signature !== null) {
    check(vector, 'published', published(body, vector.signature ?? undefined, secrets));
  }
}
console.log(wrong === 0 && vectors.length > 50 ? 'all are right' : `${wrong} of ${vectors.length} are wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
