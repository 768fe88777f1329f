// Writes damaged inputs into WORK/bad, from nothing and from the run in DEMO.
"use strict";
const fs = require("fs");
const path = require("path");
const [work, demo] = process.argv.slice(2);
const bad = path.join(work, "bad");
fs.mkdirSync(bad, { recursive: true });

function wav({ channels = 1, format = 1, bits = 16, data = Buffer.alloc(32000), size = data.length } = {}) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + size, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(16000, 24);
  header.writeUInt32LE((16000 * channels * bits) / 8, 28);
  header.writeUInt16LE((channels * bits) / 8, 32);
  header.writeUInt16LE(bits, 34);
  header.write("data", 36);
  header.writeUInt32LE(size, 40);
  return Buffer.concat([header, data]);
}

const notANumber = Buffer.alloc(4000);
notANumber.writeFloatLE(NaN, 400);
const files = {
  "empty.wav": Buffer.alloc(0),
  "header-only.wav": wav({ data: Buffer.alloc(0) }),
  "truncated.wav": wav().subarray(0, 5000),
  "no-channels.wav": wav({ channels: 0 }),
  "not-a-number.wav": wav({ format: 3, bits: 32, data: notANumber }),
  "not-a-wav.wav": Buffer.from("This is a text, not a sound.\n".repeat(10)),
};
for (const [name, bytes] of Object.entries(files)) fs.writeFileSync(path.join(bad, name), bytes);

function esc(name, rows, present) {
  const folder = path.join(bad, name);
  fs.mkdirSync(path.join(folder, "audio"), { recursive: true });
  fs.mkdirSync(path.join(folder, "meta"), { recursive: true });
  const head = "filename,fold,target,category,esc10,src_file,take\n";
  fs.writeFileSync(path.join(folder, "meta", "esc50.csv"), head + rows.join("\n") + "\n");
  for (const file of present) fs.writeFileSync(path.join(folder, "audio", file), wav());
}

esc("missing-file", ["1-1-A-0.wav,1,0,dog,True,1,A", "gone.wav,2,1,rain,True,2,A"], ["1-1-A-0.wav"]);
esc("unknown-fold", ["a.wav,1,0,dog,True,1,A", "b.wav,seven,1,rain,True,2,A"], ["a.wav", "b.wav"]);
esc("one-class", ["a.wav,1,0,dog,True,1,A", "b.wav,2,0,dog,True,2,A"], ["a.wav", "b.wav"]);

const pack = fs.readFileSync(path.join(demo, "model.earshot"));
const changed = Buffer.from(pack);
changed[changed.length >> 1] ^= 1;
fs.writeFileSync(path.join(bad, "changed.earshot"), changed);
fs.writeFileSync(path.join(bad, "short.earshot"), pack.subarray(0, pack.length - 16));

const onnx = fs.readFileSync(path.join(demo, "model.onnx"));
fs.writeFileSync(path.join(bad, "short.onnx"), onnx.subarray(0, onnx.length >> 1));
// Same length, so the protobuf stays whole: the operator type of the softmax node becomes one that no pack has.
const text = onnx.toString("latin1");
fs.writeFileSync(path.join(bad, "unsupported.onnx"), renameOperator(onnx, "Softmax", "LogSoftmax"));

// A protobuf string field is tag, length, bytes; op_type of a node has tag 0x22. The node message around it grows.
function renameOperator(bytes, from, to) {
  const at = text.indexOf("\x22" + String.fromCharCode(from.length) + from);
  if (at < 0) throw new Error(`no ${from} in the model`);
  const field = Buffer.concat([Buffer.from([0x22, to.length]), Buffer.from(to)]);
  const grown = Buffer.concat([bytes.subarray(0, at), field, bytes.subarray(at + 2 + from.length)]);
  return lengthen(grown, at, to.length - from.length);
}

// Rewrites the lengths of the messages (model.graph = 7, graph.node = 1) that enclose a position.
function lengthen(bytes, position, growth) {
  const graph = find(bytes, 0, bytes.length, 7, position, growth);
  const node = find(bytes, graph.start, graph.end, 1, position, growth);
  const parts = [bytes.subarray(0, graph.lengthAt), varint(graph.length + growth)];
  parts.push(bytes.subarray(graph.start, node.lengthAt), varint(node.length + growth), bytes.subarray(node.start));
  const result = Buffer.concat(parts);
  const added = varint(node.length + growth).length - (node.start - node.lengthAt);
  if (added !== 0) throw new Error("a length took another byte");
  return result;
}

function find(bytes, from, to, wanted, position, growth) {
  let at = from;
  while (at < to) {
    const [tag, afterTag] = readVarint(bytes, at);
    const kind = tag & 7;
    if (kind !== 2) {
      at = kind === 0 ? readVarint(bytes, afterTag)[1] : afterTag + (kind === 5 ? 4 : 8);
      continue;
    }
    const [length, start] = readVarint(bytes, afterTag);
    const end = start + length + (position >= start && position <= start + length + growth ? growth : 0);
    if (tag >> 3 === wanted && position >= start && position < end) return { lengthAt: afterTag, start, length, end };
    at = start + length;
  }
  throw new Error(`no field ${wanted} around ${position}`);
}

function readVarint(bytes, at) {
  let value = 0;
  let shift = 0;
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte < 128) return [value, at];
  }
}

function varint(value) {
  const bytes = [];
  while (value > 127) {
    bytes.push((value & 127) | 128);
    value = Math.floor(value / 128);
  }
  bytes.push(value);
  return Buffer.from(bytes);
}
