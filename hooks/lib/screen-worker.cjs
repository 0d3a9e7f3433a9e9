module.exports = require('./screen-worker-YZE3HY2N.cjs');
