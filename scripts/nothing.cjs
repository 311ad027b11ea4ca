// Stands in the bundle for a package that is never used.
module.exports = undefined;
