module.exports = require('./run-L4CDPHE5.cjs');
