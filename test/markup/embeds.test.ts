import { expect, test } from "vitest";
import { renderEmbed, renderEmbeddedAddress } from "../../src/markup/embeds.ts";
import { readArguments } from "../../src/markup/tag-arguments.ts";

/** The address that a link leads to, and its text. */
function embed(name: string, args: string): string | undefined {
	const html = renderEmbed(name, readArguments(args));
	const [, address, text] =
		/<a href="([^"]*)">([^<]*)<\/a>/.exec(html ?? "") ?? [];
	return html === undefined || address === undefined
		? html
		: `${text}: ${address}`;
}

test.each([
	[
		"youtube",
		"abc-_1",
		"Video on YouTube: https://www.youtube.com/watch?v=abc-_1",
	],
	[
		"YouTubeVideo",
		'id="abc?si=Zy_9"',
		"Video on YouTube: https://www.youtube.com/watch?v=abc",
	],
	[
		"lite-youtube",
		'videoid="abc"',
		"Video on YouTube: https://www.youtube.com/watch?v=abc",
	],
	[
		"embed/youtubePlayer.html",
		"id=abc",
		"Video on YouTube: https://www.youtube.com/watch?v=abc",
	],
	[
		"youtube",
		"https://www.youtube.com/embed/abc?start=1",
		"Video on YouTube: https://www.youtube.com/watch?v=abc",
	],
	[
		"vimeo",
		"https://player.vimeo.com/video/12",
		"Video on Vimeo: https://vimeo.com/12",
	],
	["gist", "me/12ab", "Gist on GitHub: https://gist.github.com/me/12ab"],
	["gist", "me 12ab", "Gist on GitHub: https://gist.github.com/me/12ab"],
	["tweet", "12", "Post on X: https://x.com/i/status/12"],
	[
		"twitter",
		"https://twitter.com/me/status/12",
		"Post on X: https://twitter.com/me/status/12",
	],
	["x", 'user="@me" id="12"', "Post on X: https://x.com/me/status/12"],
	["instagram", "Ab_1", "Post on Instagram: https://www.instagram.com/p/Ab_1/"],
	[
		"codepen",
		'user="me" id="Ab"',
		"Pen on CodePen: https://codepen.io/me/pen/Ab",
	],
	[
		"spotify",
		"album/Ab",
		"Audio on Spotify: https://open.spotify.com/album/Ab",
	],
	["spotify", "Ab", "Audio on Spotify: https://open.spotify.com/track/Ab"],
	[
		"speakerdeck",
		"ab12",
		"Slides on Speaker Deck: https://speakerdeck.com/player/ab12",
	],
	[
		"soundcloud",
		"https://soundcloud.com/me/a",
		"Sound on SoundCloud: https://soundcloud.com/me/a",
	],
	["twitch", "12", "Video on Twitch: https://www.twitch.tv/videos/12"],
	[
		"mastodon",
		"https://social.example/@me/12",
		"Post on Mastodon: https://social.example/@me/12",
	],
	["asciinema", "12", "Recording on asciinema: https://asciinema.org/a/12"],
	["video", 'id="12" provider="vimeo"', "Video on Vimeo: https://vimeo.com/12"],
	[
		"youtube",
		'abc title="<b>"',
		"Video on YouTube: &lt;b&gt;: https://www.youtube.com/watch?v=abc",
	],
	["youtube", "", ""],
	["youtube", "'a b'", ""],
	["youtube", `'a"><b>'`, ""],
	["youtube", "javascript:alert(1)", ""],
	["tweet", 'id="12" user="../x"', ""],
	["figure", "a.png", undefined],
	["constructor", "a", undefined],
])("%s %s", (name, args, expected) => {
	expect(embed(name, args)).toBe(expected);
});

test.each([
	[
		"https://www.youtube-nocookie.com/embed/abc",
		"https://www.youtube.com/watch?v=abc",
		"Video on YouTube",
	],
	[
		"https://maps.example.org/x?a&b",
		"https://maps.example.org/x?a&amp;b",
		"maps.example.org",
	],
])("a frame of %s", (address, target, text) => {
	expect(renderEmbeddedAddress(address)).toContain(
		`<a href="${target}">${text}</a>`,
	);
});
