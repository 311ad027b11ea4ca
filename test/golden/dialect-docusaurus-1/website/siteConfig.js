module.exports = { title: "The Example" };
