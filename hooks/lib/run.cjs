module.exports = require('./run-RPJH6LZX.cjs');
