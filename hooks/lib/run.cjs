module.exports = require('./run-4FNBJRVP.cjs');
