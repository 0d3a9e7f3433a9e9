module.exports = require('./run-OYVI7FEC.cjs');
