module.exports = require('./run-EUT74YW2.cjs');
