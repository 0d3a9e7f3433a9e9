module.exports = require('./run-PZQXF4WS.cjs');
