// Earshot payload codec, version 1, for The Things Stack and ChirpStack. Written in ECMAScript 5, which is what both run.
// docs/payload.md specifies the bytes. Paste this whole file as the device's payload formatter (The Things Stack: "Custom
// JavaScript formatter" for uplink and downlink; ChirpStack: the device profile's "JavaScript functions").
//
// Names of the classes, in the model's order: here for all devices, or in ChirpStack as the device variable "labels"
// ("siren,dog,jackhammer"). Without them a class is told by its index alone.
var LABELS = [];

var VERSION = 1;
var DOWNLINK_PORT = 2;
var EPOCH = Date.UTC(2024, 0, 1);
var RESET_CAUSES = ['unknown', 'power-on', 'brown-out', 'pin', 'software', 'watchdog', 'standby'];
var RESULTS = ['applied', 'wrong length', 'unknown version', 'unknown kind', 'out of range', 'not stored'];
var COMMANDS = [null, 'send status', 'restart', 'restore defaults', 'try deployed model', 'check microphone'];
var DOWNLINKS = ['thresholds', 'detection', 'schedule', 'command'];
var ALL_CLASSES = 255;
var UNKNOWN_CLASS = 255;

function decodeUplink(input) {
  var bytes = input.bytes;
  if (bytes.length !== 11) {
    return { errors: ['An Earshot uplink has 11 bytes, not ' + bytes.length + '.'] };
  }
  if (bytes[0] >> 4 !== VERSION) {
    return { errors: ['Payload version ' + (bytes[0] >> 4) + ' is not known to this codec, which is for version ' + VERSION + '.'] };
  }
  var decoders = [decodeEvent, decodeLevels, decodeClasses, decodeStatus, decodeSettings, decodeMicrophone];
  var decode = decoders[(bytes[0] >> 1) & 7];
  if (!decode) {
    return { errors: ['Uplink kind ' + ((bytes[0] >> 1) & 7) + ' is not known to this codec.'] };
  }
  return decode(bytes, labelsOf(input));
}

function decodeEvent(bytes, labels) {
  var data = start('event', bytes);
  putLabel(data, bytes[3], labels);
  data.confidence = Math.round(bytes[4] / 255 * 1000) / 1000;
  putTime(data, bytes, number(bytes, 5, 4) * 0.25);
  data.duration = bytes[9] / 4;
  data.level = bytes[10] / 2;
  return { data: data, warnings: [] };
}

function decodeLevels(bytes) {
  var data = start('levels', bytes);
  if (!putPeriod(data, bytes)) {
    return { errors: ['A period of 0 minutes is none.'] };
  }
  data.laeq = bytes[7] / 2;
  data.la10 = bytes[8] / 2;
  data.la90 = bytes[9] / 2;
  data.maximum = bytes[10] / 2;
  return { data: data, warnings: [] };
}

function decodeClasses(bytes, labels) {
  var data = start('classes', bytes);
  if (!putPeriod(data, bytes)) {
    return { errors: ['A period of 0 minutes is none.'] };
  }
  data.classes = [];
  for (var at = 7; at < 11; at += 2) {
    if (bytes[at + 1] !== 0) {
      var entry = {};
      putLabel(entry, bytes[at], labels);
      entry.seconds = compactNumber(bytes[at + 1]);
      data.classes.push(entry);
    }
  }
  return { data: data, warnings: [] };
}

function decodeStatus(bytes) {
  var data = start('status', bytes);
  var warnings = [];
  var flags = bytes[4];
  data.clockIsSet = (bytes[0] & 1) !== 0;
  if (bytes[3] !== 0) {
    data.supplyVolts = Math.round(bytes[3] * 2) / 100;
  }
  data.resetCause = RESET_CAUSES[flags & 7] || 'unknown';
  data.deployedModelRuns = (flags & 8) !== 0;
  data.modelIsQuarantined = (flags & 16) !== 0;
  data.settingsAreDefaults = (flags & 32) !== 0;
  data.storageFails = (flags & 64) !== 0;
  data.messagesWereLost = (flags & 128) !== 0;
  data.modelFingerprint = hexadecimal(number(bytes, 5, 2));
  data.applicationVersion = (bytes[7] >> 4) + '.' + (bytes[7] & 15);
  data.settingsRevision = bytes[8];
  data.soundLost = compactNumber(bytes[9]);
  data.waiting = bytes[10];
  if (data.resetCause === 'watchdog') {
    warnings.push('The watchdog restarted the node.');
  }
  if (data.modelIsQuarantined) {
    warnings.push('The model ' + data.modelFingerprint + ' in the deployment region was refused; the built-in model runs.');
  }
  if (data.settingsAreDefaults) {
    warnings.push('The stored settings were refused; the defaults are in force.');
  }
  if (data.storageFails) {
    warnings.push('Storage does not work: a reset loses what is waiting.');
  }
  if (data.messagesWereLost) {
    warnings.push('Messages were lost because the queue was full.');
  }
  return { data: data, warnings: warnings };
}

function decodeSettings(bytes) {
  var data = start('settings', bytes);
  data.revision = bytes[3];
  data.result = RESULTS[bytes[4]] || 'result ' + bytes[4];
  data.answered = bytes[5] >> 4 === VERSION ? DOWNLINKS[(bytes[5] >> 1) & 7] || 'unknown' : 'unknown';
  data.refusedByte = bytes[6];
  data.fingerprint = hexadecimal(number(bytes, 7, 2));
  var wasApplied = bytes[4] === 0;
  return { data: data, warnings: wasApplied ? [] : ['The downlink was not applied: ' + data.result + '.'] };
}

function decodeMicrophone(bytes) {
  var data = start('microphone', bytes);
  var warnings = [];
  data.clockIsSet = (bytes[0] & 1) !== 0;
  data.offset = (number(bytes, 3, 2) - 32768) / 32768;
  data.quietest = bytes[5] / 2;
  data.clippedPerMillion = compactNumber(bytes[6]);
  data.lostMilliseconds = compactNumber(bytes[7]);
  data.isSilent = (bytes[8] & 1) !== 0;
  if (bytes[8] & 2) {
    data.toneIsHeard = (bytes[8] & 4) !== 0;
    data.toneLevel = bytes[9] / 2;
    data.toneRatio = bytes[10] - 128;
  }
  if (data.isSilent) {
    warnings.push('Nothing moves the microphone\'s line: its capsule, its supply or a wire is dead.');
  }
  if (data.toneIsHeard === false) {
    warnings.push('The tone was not heard.');
  }
  return { data: data, warnings: warnings };
}

function encodeDownlink(input) {
  var errors = [];
  var data = input.data || {};
  var take = function (name, scale, least, most, otherwise) {
    return takeNumber(data, errors, name, scale, least, most, otherwise);
  };
  var kind = DOWNLINKS.indexOf(data.type);
  if (kind < 0) {
    return { bytes: [], fPort: DOWNLINK_PORT, errors: ['"type" is one of ' + DOWNLINKS.join(', ') + '.'] };
  }
  var bytes = [(VERSION << 4) | (kind << 1), take('revision', 1, 0, 255)];
  if (kind === 0) {
    bytes.push(data.label === 'all' ? ALL_CLASSES : take('label', 1, 0, 254));
    bytes.push(take('on', 256, 0, 255), take('off', 256, 0, 255), take('minimumDuration', 10, 0, 100, 0));
    bytes.push(take('refractory', 1, 0, 255, 0));
    if (bytes[4] > bytes[3] || (bytes[4] === 0 && bytes[3] !== 0)) {
      errors.push('"off" is above 0 and not above "on"; both are 0 for the model\'s own thresholds.');
    }
  } else if (kind === 1) {
    bytes.push((data.events === false ? 0 : 1) | (data.unknown === false ? 0 : 2)
      | (data.classes === false ? 0 : 4) | (data.levels === false ? 0 : 8));
    bytes.push(data.smoothing === undefined ? 255 : take('smoothing', 50, 0, 254), take('quietHold', 10, 1, 100, 5));
    bytes.push(take('takeOver', 10, 1, 100, 8), take('longest', 1, 1, 60, 10), take('gateRange', 1, 10, 120, 40));
  } else if (kind === 2) {
    pushPair(bytes, take('listen', 1, 0, 43200, 0));
    pushPair(bytes, take('every', 1, 0, 43200, 0));
    bytes.push(take('from', 4, 0, 95, 0), take('to', 4, 0, 95, 0));
    bytes.push(take('summaryMinutes', 1, 0, 255, 15), take('statusHours', 1, 0, 255, 24), take('lowestSupply', 50, 0, 255, 0));
    if ((bytes[2] << 8 | bytes[3]) > (bytes[4] << 8 | bytes[5]) || (bytes[2] + bytes[3] === 0 && bytes[4] + bytes[5] !== 0)) {
      errors.push('"every" is not shorter than "listen"; both are 0 to listen all the time.');
    }
  } else {
    var command = COMMANDS.indexOf(data.command);
    if (command < 1) {
      errors.push('"command" is one of ' + COMMANDS.slice(1).join(', ') + '.');
    }
    bytes.push(command);
  }
  return { bytes: errors.length > 0 ? [] : bytes, fPort: DOWNLINK_PORT, errors: errors, warnings: [] };
}

function decodeDownlink(input) {
  var bytes = input.bytes;
  var kind = (bytes[0] >> 1) & 7;
  if (bytes[0] >> 4 !== VERSION || kind >= DOWNLINKS.length || bytes.length !== [7, 8, 11, 3][kind]) {
    return { errors: ['These bytes are no Earshot downlink of version ' + VERSION + '.'] };
  }
  var data = { type: DOWNLINKS[kind], revision: bytes[1] };
  if (kind === 0) {
    data.label = bytes[2] === ALL_CLASSES ? 'all' : bytes[2];
    data.on = bytes[3] / 256;
    data.off = bytes[4] / 256;
    data.minimumDuration = bytes[5] / 10;
    data.refractory = bytes[6];
  } else if (kind === 1) {
    data.events = (bytes[2] & 1) !== 0;
    data.unknown = (bytes[2] & 2) !== 0;
    data.classes = (bytes[2] & 4) !== 0;
    data.levels = (bytes[2] & 8) !== 0;
    if (bytes[3] !== 255) {
      data.smoothing = bytes[3] / 50;
    }
    data.quietHold = bytes[4] / 10;
    data.takeOver = bytes[5] / 10;
    data.longest = bytes[6];
    data.gateRange = bytes[7];
  } else if (kind === 2) {
    data.listen = number(bytes, 2, 2);
    data.every = number(bytes, 4, 2);
    data.from = bytes[6] / 4;
    data.to = bytes[7] / 4;
    data.summaryMinutes = bytes[8];
    data.statusHours = bytes[9];
    data.lowestSupply = bytes[10] / 50;
  } else {
    data.command = COMMANDS[bytes[2]] || 'unknown';
  }
  return { data: data, warnings: [], errors: [] };
}

function start(type, bytes) {
  return { type: type, sequence: number(bytes, 1, 2) };
}

function putLabel(data, label, labels) {
  data.label = label;
  var name = label === UNKNOWN_CLASS ? 'unknown' : labels[label];
  if (name) {
    data.name = name;
  }
}

function putPeriod(data, bytes) {
  putTime(data, bytes, number(bytes, 3, 3) * 60);
  data.minutes = bytes[6];
  return bytes[6] !== 0;
}

// A node that does not know the time yet tells times from its own start.
function putTime(data, bytes, seconds) {
  if (bytes[0] & 1) {
    data.time = new Date(EPOCH + seconds * 1000).toISOString();
  } else {
    data.sinceStart = seconds;
  }
}

function labelsOf(input) {
  return input.variables && input.variables.labels ? input.variables.labels.split(',') : LABELS;
}

// Multiplication, because shifts make numbers of 32 bits negative.
function number(bytes, at, count) {
  var value = 0;
  for (var index = 0; index < count; index++) {
    value = value * 256 + bytes[at + index];
  }
  return value;
}

function compactNumber(code) {
  return code < 16 ? code : (16 + (code & 15)) << ((code >> 4) - 1);
}

function hexadecimal(value) {
  return ('000' + value.toString(16)).slice(-4).toUpperCase();
}

function pushPair(bytes, value) {
  bytes.push(value >> 8, value & 255);
}

function takeNumber(data, errors, name, scale, least, most, otherwise) {
  var value = data[name];
  if (value === undefined && otherwise !== undefined) {
    return otherwise;
  }
  var scaled = Math.round(value * scale);
  if (typeof value !== 'number' || !(scaled >= least && scaled <= most)) {
    errors.push('"' + name + '" is a number from ' + least / scale + ' to ' + most / scale + '.');
    return 0;
  }
  return scaled;
}
