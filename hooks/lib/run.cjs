module.exports = require('./run-SMEPQYD7.cjs');
