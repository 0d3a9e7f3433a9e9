module.exports = require('./screen-worker-EOFHW4HK.cjs');
