module.exports = require('./screen-worker-C23CO7VB.cjs');
