/** Embedded videos, posts and snippets become links, since readers run no scripts and show few frames. */

import { placeAlone } from "./blocks.ts";
import { renderLink } from "./elements.ts";
import { findArgument, type TagArguments } from "./tag-arguments.ts";

interface Service {
	/** What the link says. */
	readonly text: string;
	/** The address, by what people write: an id, a user and an id, a path. */
	readonly address: (id: string, user: string | undefined) => string;
}

function place(text: string, before: string, after = ""): Service {
	return { text, address: (id) => `${before}${id}${after}` };
}

const tweet: Service = {
	text: "Post on X",
	address: (id, user) => `https://x.com/${user ?? "i"}/status/${id}`,
};
const gist: Service = {
	text: "Gist on GitHub",
	address: (id, user) =>
		`https://gist.github.com/${user === undefined ? id : `${user}/${id}`}`,
};
const youtube = place("Video on YouTube", "https://www.youtube.com/watch?v=");

/** By names without `-`, `_`, `embed` and the like. */
const services: ReadonlyMap<string, Service> = new Map<string, Service>([
	["asciinema", place("Recording on asciinema", "https://asciinema.org/a/")],
	["bilibili", place("Video on Bilibili", "https://www.bilibili.com/video/")],
	["bluesky", place("Post on Bluesky", "https://bsky.app/profile/")],
	[
		"codepen",
		{
			text: "Pen on CodePen",
			address: (id, user) => `https://codepen.io/${user ?? "pen"}/pen/${id}`,
		},
	],
	["codesandbox", place("Sandbox on CodeSandbox", "https://codesandbox.io/s/")],
	[
		"dailymotion",
		place("Video on Dailymotion", "https://www.dailymotion.com/video/"),
	],
	["facebook", place("Post on Facebook", "https://www.facebook.com/")],
	["figma", place("Design on Figma", "https://www.figma.com/file/")],
	["flickr", place("Photo on Flickr", "https://flic.kr/p/")],
	["gist", gist],
	["githubgist", gist],
	[
		"instagram",
		place("Post on Instagram", "https://www.instagram.com/p/", "/"),
	],
	["jsfiddle", place("Fiddle on JSFiddle", "https://jsfiddle.net/")],
	[
		"linkedin",
		place("Post on LinkedIn", "https://www.linkedin.com/feed/update/"),
	],
	["loom", place("Video on Loom", "https://www.loom.com/share/")],
	["mastodon", place("Post on Mastodon", "https://mastodon.social/")],
	["peertube", place("Video on PeerTube", "https://framatube.org/w/")],
	["reddit", place("Post on Reddit", "https://www.reddit.com/")],
	["slideshare", place("Slides on SlideShare", "https://www.slideshare.net/")],
	["soundcloud", place("Sound on SoundCloud", "https://soundcloud.com/")],
	[
		"speakerdeck",
		place("Slides on Speaker Deck", "https://speakerdeck.com/player/"),
	],
	["spotify", place("Audio on Spotify", "https://open.spotify.com/")],
	[
		"stackblitz",
		place("Project on StackBlitz", "https://stackblitz.com/edit/"),
	],
	["streamable", place("Video on Streamable", "https://streamable.com/")],
	["tiktok", place("Video on TikTok", "https://www.tiktok.com/")],
	["tweet", tweet],
	["twitch", place("Video on Twitch", "https://www.twitch.tv/videos/")],
	["twitter", tweet],
	["vimeo", place("Video on Vimeo", "https://vimeo.com/")],
	["wistia", place("Video on Wistia", "https://fast.wistia.net/embed/iframe/")],
	["x", tweet],
	["youtube", youtube],
	["yt", youtube],
]);

const words =
	/^(?:lite|embed|responsive)|(?:embed|embedded|player|video|iframe|simple|lite)$/g;

/** Finds the service that a tag, an include or a shortcode names (example: `embed/youtube-player.html`). */
function findService(name: string): Service | undefined {
	const file = name.split("/").at(-1) ?? name;
	const plain = file
		.replace(/\.\w{1,10}$/, "")
		.replace(/[-_]/g, "")
		.toLowerCase();
	return services.get(plain) ?? services.get(plain.replace(words, ""));
}

/** An id, a path of ids, a query's value: nothing that could end a link. */
const idShape = /^[\w@.:-]+(?:\/[\w@.:-]+){0,4}\/?$/;
const userShape = /^@?[\w.-]+$/;

/** Gives the page of a video in place of the frame that plays it. */
function leaveFrame(address: string): string {
	const id =
		/(?:youtube(?:-nocookie)?\.com\/(?:embed|shorts)\/|youtu\.be\/)([\w-]+)/.exec(
			address.slice(0, 200),
		)?.[1];
	const vimeo = /player\.vimeo\.com\/video\/(\d+)/.exec(address.slice(0, 200));
	if (id) return youtube.address(id, undefined);
	return vimeo ? `https://vimeo.com/${vimeo[1]}` : address;
}

interface Embedded {
	readonly id: string;
	readonly user: string | undefined;
}

/** Finds id and user among arguments: `id="x" user="y"`, `x`, or `y x`. */
function readEmbedded(
	service: Service,
	args: TagArguments,
): Embedded | undefined {
	const id = findArgument(
		args,
		...["id", "url", "src", "video", "video_id", "videoid", "slug", "hash"],
		...["gist", "tweet", "status", "link", "href", "uri"],
	);
	const user = findArgument(args, "user", "username", "author");
	if (id !== undefined) return { id, user };
	const [first, second] = args.list;
	if (first === undefined) return undefined;
	if (service === gist && second !== undefined && /^[\da-f]+$/i.test(second))
		return { id: second, user: first };
	return { id: first, user };
}

function findAddress(service: Service, found: Embedded): string | undefined {
	// People copy an id with what follows it in an address (`dQw4w9WgXcQ?si=…`).
	const id = found.id.trim().replace(/^([\w-]+)[?&][\w=&-]*$/, "$1");
	if (/^https?:\/\//i.test(id)) return leaveFrame(id);
	if (id.startsWith("//")) return leaveFrame(`https:${id}`);
	const user = found.user?.replace(/^@/, "");
	if (!idShape.test(id) || (user !== undefined && !userShape.test(user)))
		return undefined;
	const path = findKind(service, id);
	return service.address(path, user);
}

/** A sole id of Spotify is a track's. */
function findKind(service: Service, id: string): string {
	return service.text.endsWith("Spotify") && !id.includes("/")
		? `track/${id.split(":").at(-1)}`
		: id;
}

/** Links to an address that was embedded, whichever service it is of. */
export function renderEmbeddedAddress(address: string): string {
	const target = leaveFrame(address);
	const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(target)?.[1] ?? "";
	const service = findService(
		host === "youtu.be" ? "youtube" : (host.split(".").at(-2) ?? ""),
	);
	return placeAlone(renderLink(target, service?.text ?? host ?? target));
}

/**
 * Links to what a name and its arguments embed.
 * @returns undefined where the name is no service's; empty where the arguments name nothing
 */
export function renderEmbed(
	name: string,
	args: TagArguments,
): string | undefined {
	const provider = findArgument(args, "provider", "type", "service");
	const service =
		findService(name) ??
		(/video|embed/i.test(name) && provider ? findService(provider) : undefined);
	if (!service) return undefined;
	const found = readEmbedded(service, args);
	const address = found && findAddress(service, found);
	if (address === undefined) return "";
	const title = findArgument(args, "title", "caption", "label");
	const text = title ? `${service.text}: ${title}` : service.text;
	return placeAlone(renderLink(address, text));
}
