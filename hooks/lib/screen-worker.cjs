module.exports = require('./screen-worker-W3PEGNTC.cjs');
