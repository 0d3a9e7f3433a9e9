module.exports = require('./screen-worker-Y4LIG6DB.cjs');
