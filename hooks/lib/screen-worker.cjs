module.exports = require('./screen-worker-YW4OEXNZ.cjs');
