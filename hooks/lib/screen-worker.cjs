module.exports = require('./screen-worker-SL265N6U.cjs');
