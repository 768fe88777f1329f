// Runs the codec as a network server does, in a context of its own that has nothing of Node's: node codec.js CODEC VECTORS
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const vm = require('node:vm');

const codec = vm.createContext({});
vm.runInContext(fs.readFileSync(process.argv[2], 'utf8'), codec);
const vectors = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const call = (name, input) => JSON.parse(JSON.stringify(codec[name](input)));
const bytesOf = hex => Array.from(Buffer.from(hex, 'hex'));
let count = 0;

for (const { hex, data } of vectors.uplinks) {
  const decoded = call('decodeUplink', { fPort: 1, bytes: bytesOf(hex), variables: { labels: vectors.labels.join(',') } });
  assert.deepStrictEqual(decoded.data, data, hex);
  assert.strictEqual(decoded.errors, undefined, hex);
  // Without names everything else is the same.
  const unnamed = call('decodeUplink', { fPort: 1, bytes: bytesOf(hex) }).data;
  assert.strictEqual(unnamed.name, data.label === 255 ? 'unknown' : undefined, hex);
  count++;
}

for (const { hex, data } of vectors.downlinks) {
  const encoded = call('encodeDownlink', { data });
  assert.deepStrictEqual(encoded.errors, [], hex);
  assert.strictEqual(encoded.fPort, 2);
  assert.strictEqual(Buffer.from(encoded.bytes).toString('hex').toUpperCase(), hex);
  assert.deepStrictEqual(call('decodeDownlink', { fPort: 2, bytes: bytesOf(hex) }).data, data, hex);
  count++;
}

// What a node refuses for its values, this codec does not produce: its range checks say the same.
for (const { hex, result } of vectors.refusedDownlinks) {
  const decoded = call('decodeDownlink', { fPort: 2, bytes: bytesOf(hex) });
  if (result === 'out of range') {
    const encoded = call('encodeDownlink', { data: decoded.data });
    const again = encoded.errors.length > 0 ? 'refused' : Buffer.from(encoded.bytes).toString('hex').toUpperCase();
    assert.notStrictEqual(again, hex, 'the codec sends what the node refuses');
  } else {
    assert.strictEqual(decoded.errors.length, 1, hex);
  }
  count++;
}

const refused = [{}, { type: 'thresholds' }, { type: 'schedule', revision: 1, listen: 'x' }, { type: 'command', revision: 1, command: 'dance' }];
for (const data of refused) {
  assert.ok(call('encodeDownlink', { data }).errors.length > 0);
}
for (const hex of ['', '11', '210102031E0AD4F2C01E7B', '1F0102031E0AD4F2C01E7B', '12000000000000010000FF']) {
  assert.strictEqual(call('decodeUplink', { fPort: 1, bytes: bytesOf(hex) }).errors.length, 1, hex);
}
console.log(count + ' vectors');
