module.exports = require('./run-Y7H6NKQM.cjs');
