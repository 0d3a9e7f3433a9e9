module.exports = require('./run-3ON7D4C5.cjs');
