module.exports = require('./run-KNXRJTXJ.cjs');
