module.exports = require('./screen-worker-YSM6TUA6.cjs');
