module.exports = require('./run-ABMR3ZWR.cjs');
