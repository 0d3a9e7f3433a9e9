module.exports = require('./screen-worker-FR5HM6AC.cjs');
