// Which fields of a manifest got lost when kubectl decoded it by the types of the Kubernetes API: those that the API does not know.
"use strict";
const fs = require("fs");
const { execFileSync } = require("child_process");

const read = path => JSON.parse(fs.readFileSync(path, "utf8"));

const lost = (given, decoded, path) => {
  if (given === null || typeof given !== "object") {
    return [];
  }
  return Object.keys(given).flatMap(key => {
    const at = `${path}.${key}`;
    return decoded !== null && typeof decoded === "object" && key in decoded ? lost(given[key], decoded[key], at) : [at];
  });
};

// kubectl create fills the namespace in. Indexed Jobs came with Kubernetes 1.21; Debian 12 has kubectl 1.20.
const expected = () => {
  const version = JSON.parse(execFileSync("kubectl", ["version", "--client", "-o", "json"], { encoding: "utf8" }));
  const isOld = parseInt(version.clientVersion.minor, 10) < 21;
  return [".metadata.namespace", ...(isOld ? [".spec.completionMode"] : [])];
};

exports.between = (given, decoded) => {
  const exempt = expected();
  return lost(read(given), read(decoded), "").filter(field => !exempt.includes(field));
};
