module.exports = require('./screen-worker-RTSHMCLZ.cjs');
