export default () => ({ dir: { input: "content", data: "../_data" } });
