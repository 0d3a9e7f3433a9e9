module.exports = require('./screen-worker-TUKJVTN5.cjs');
