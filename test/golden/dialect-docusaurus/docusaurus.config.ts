export default { i18n: { locales: ["en", "fr"] } };
