module.exports = require('./screen-worker-25TWSWEI.cjs');
