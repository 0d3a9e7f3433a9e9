module.exports = require('./screen-worker-VEJ5C45Q.cjs');
