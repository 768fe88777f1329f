// Writes a firmware of ST_NUCLEO64_F411RE_NF and an app as their builds leave them, and apps that do not belong to it.
const fs = require("fs");
const path = require("path");
const root = process.argv[2];
const interop = 0x12ab34cd;

function crc(bytes) {
    let sum = 0;
    for (const next of bytes) {
        sum = (sum ^ (next << 24)) >>> 0;
        for (let bit = 0; bit < 8; bit++) {
            sum = (sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1) >>> 0;
        }
    }
    return sum;
}

function assembly(name, version, checksum, references) {
    const strings = Buffer.from([name, ...references.map(r => r[0])].join("\0") + "\0");
    const text = Buffer.concat([strings, Buffer.alloc((4 - strings.length % 4) % 4)]);
    const table = Buffer.alloc(12 * references.length);
    references.forEach(([needed, wanted], index) => {
        table.writeUInt16LE(strings.indexOf("\0" + needed + "\0") + 1, 12 * index);
        wanted.split(".").forEach((part, at) => table.writeUInt16LE(+part, 12 * index + 4 + 2 * at));
    });
    const header = Buffer.alloc(124);
    const end = 124 + table.length + text.length;
    header.write("NFMRK1");
    header.writeUInt32LE(checksum, 20);
    version.split(".").forEach((part, at) => header.writeUInt16LE(+part, 28 + 2 * at));
    for (let at = 0; at < 16; at++) {
        header.writeUInt32LE(at === 0 ? 124 : at <= 11 ? 124 + table.length : end, 40 + 4 * at);
    }
    header.writeUInt32LE(crc(Buffer.concat([table, text])), 12);
    header.writeUInt32LE(crc(header), 8);
    return Buffer.concat([header, table, text]);
}

function app(folder, checksum) {
    fs.mkdirSync(path.join(root, folder), { recursive: true });
    const write = (name, bytes) => fs.writeFileSync(path.join(root, folder, name + ".pe"), bytes);
    write("mscorlib", assembly("mscorlib", "1.17.11.0", 0x1549c856, []));
    write("Earshot.Interop", assembly("Earshot.Interop", "0.1.0.0", checksum, [["mscorlib", "1.17.11.0"]]));
    write("Earshot.Node", assembly("Earshot.Node", "0.1.0.0", 0, [["mscorlib", "1.17.11.0"], ["Earshot.Interop", "0.1.0.0"]]));
}

function hex(address, bytes) {
    const record = (offset, kind, data) => {
        const line = Buffer.from([data.length, offset >> 8, offset & 255, kind, ...data]);
        return ":" + Buffer.concat([line, Buffer.from([-line.reduce((a, b) => a + b, 0) & 255])]).toString("hex").toUpperCase();
    };
    const lines = [record(0, 4, [address >>> 24, (address >>> 16) & 255])];
    for (let at = 0; at < bytes.length; at += 16) {
        lines.push(record((address + at) & 0xffff, 0, bytes.subarray(at, at + 16)));
    }
    return [...lines, record(0, 1, [])].join("\n") + "\n";
}

// native-interop/nanoclr/firmware/limits.h: arena, ring, block, room for a pack.
function limits(clr, at, numbers) {
    clr.write("EARSHOT-LIMITS1\0", at);
    numbers.forEach((number, index) => clr.writeUInt32LE(number, at + 16 + 4 * index));
}

const clr = Buffer.alloc(4096);
clr.writeUInt32LE(0x20000400, 0);
clr.writeUInt32LE(0x08004201, 4);
clr.write("Earshot.Interop\0", 1024);
clr.writeUInt32LE(0x08004000 + 1024, 2048);
clr.writeUInt32LE(interop, 2052);
clr.write("ST_NUCLEO64_F411RE_NF\0", 3000);
function build(name, arena) {
    const firmware = path.join(root, name);
    limits(clr, 3200, [arena, 2048, 64, 131072]);
    fs.mkdirSync(firmware, { recursive: true });
    fs.writeFileSync(path.join(firmware, "nanoCLR.bin"), clr);
    fs.writeFileSync(path.join(firmware, "nanoCLR.hex"), hex(0x08004000, clr));
    fs.writeFileSync(path.join(firmware, "nanoBooter.hex"), hex(0x08000000, clr));
    fs.writeFileSync(path.join(firmware, "native_assemblies.csv"), "mscorlib,100.5.0.19,0x1549C856\nEarshot.Interop,1.0.0.0,0x12AB34CD\n");
}
build("firmware", 65536);
build("small-firmware", 1024);
app("app", interop);
app("other-app", 0x0badc0de);
app("damaged-app", interop);
const node = path.join(root, "damaged-app", "Earshot.Node.pe");
const bytes = fs.readFileSync(node);
bytes[bytes.length - 5] ^= 1;
fs.writeFileSync(node, bytes);
