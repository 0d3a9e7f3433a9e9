module.exports = require('./run-MGWU7LPM.cjs');
