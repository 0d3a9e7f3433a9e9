module.exports = require('./screen-worker-DMUAQMFO.cjs');
