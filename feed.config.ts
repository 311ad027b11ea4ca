import type { Config } from "feedwright";

export default {
	// Who publishes, and where. Paths such as image and icon are appended to the url.
	site: {
		url: "https://news.example.org/",
		title: "The Example",
		description: "News, notes and small tools for people who read feeds.",
		language: "en",
		timeZone: "Asia/Tokyo", // a date without an offset is meant in this zone
		authors: [
			// stands where an article names nobody
			{
				name: "Hana Mori",
				email: "hana@news.example.org",
				url: "https://hana.example.net/",
			},
		],
		image: "logo.png",
		icon: "icon.png",
		copyright: "© The Example and its authors",
	},

	// One feed of everything, and one for each tag that an article carries.
	feeds: [{ path: "/" }, { path: "/tags/:tag/", each: "tag", limit: 20 }],
} satisfies Config;
