module.exports = require('./screen-worker-UJA3Z66B.cjs');
