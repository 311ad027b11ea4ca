/** The ends of ids that follow from an address: its path, or the last part of it, with one ending or another. */

export interface IdTail {
	/** What becomes of the address (example: ` without its closing slash`); empty where nothing does. */
	readonly says: string;
	/** Whether it is the last part of the address, without a slash before it. */
	readonly isLastPart: boolean;
	readonly write: (url: string) => string;
}

interface Change {
	readonly says: string;
	readonly apply: (path: string) => string;
}

/** What a page's path ends in; generators differ in nothing more often. */
const ending = /(?:\/index\.html|\.html|\/)$/;

/** Those that change the least come first, since the first that fits is taken. */
const endings: readonly Change[] = [
	{ says: "", apply: (path) => path },
	{
		says: " without its closing slash",
		apply: (path) => path.replace(/\/$/, ""),
	},
	{ says: " with a closing slash", apply: (path) => path.replace(/\/?$/, "/") },
	{ says: " without .html", apply: (path) => path.replace(/\.html$/, "") },
	{
		says: " without index.html",
		apply: (path) => path.replace(/\/index\.html$/, "/"),
	},
	{ says: " without its ending", apply: (path) => path.replace(ending, "") },
	{
		says: " with .html",
		apply: (path) => `${path.replace(ending, "")}.html`,
	},
	{
		says: " with index.html",
		apply: (path) => `${path.replace(ending, "")}/index.html`,
	},
	{
		says: " with a closing slash for its ending",
		apply: (path) => `${path.replace(ending, "")}/`,
	},
];

/** Some generators write an address as people read it. */
function decode(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}

const spellings: readonly Change[] = [
	{ says: "", apply: (path) => path },
	{ says: ", decoded", apply: decode },
];

const takeLastPart = (path: string) => /[^/]*$/.exec(path)?.[0] ?? "";

function changePath(url: string, change: (path: string) => string): string {
	const { pathname, search } = new URL(url);
	return change(pathname) + search;
}

const tailsOf = (spelling: Change): IdTail[] => {
	const paths = endings.map((one) => ({
		says: one.says + spelling.says,
		isLastPart: false,
		write: (url: string) =>
			changePath(url, (path) => spelling.apply(one.apply(path))),
	}));
	const bare = (path: string) => takeLastPart(path.replace(ending, ""));
	const named = (path: string) => takeLastPart(path.replace(/\/$/, ""));
	const lastParts = [bare, named].map((take) => ({
		says: spelling.says,
		isLastPart: true,
		write: (url: string) =>
			changePath(url, (path) => spelling.apply(take(path))),
	}));
	return [...paths, ...lastParts];
};

/** All of them, the likeliest first. */
export const idTails: readonly IdTail[] = spellings.flatMap(tailsOf);
