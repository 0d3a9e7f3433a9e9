module.exports = require('./screen-worker-MZP327WU.cjs');
