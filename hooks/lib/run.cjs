module.exports = require('./run-DZI2GI7Q.cjs');
