module.exports = require('./run-V7RVIICM.cjs');
