module.exports = require('./screen-worker-CRC3MO2L.cjs');
