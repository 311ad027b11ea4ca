/** Reads XML as the strictest reader does (saxes), into a tree of its own: our output is judged by no code of ours. */

import { SaxesParser } from "saxes";

export interface XmlElement {
	/** The prefix that the namespace usually has, a colon and the local name; without them in RSS and Atom. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: XmlElement[];
	/** All text below the element. */
	text: string;
}

const prefixes: Readonly<Record<string, string>> = {
	"": "",
	"http://www.w3.org/2005/Atom": "atom:",
	"http://purl.org/rss/1.0/modules/content/": "content:",
	"http://purl.org/dc/elements/1.1/": "dc:",
	"http://purl.org/syndication/history/1.0": "fh:",
	"http://search.yahoo.com/mrss/": "media:",
};

/**
 * Reads a document and gives its root.
 * @throws where it is not well-formed, or an element's namespace is unknown
 */
export function readXml(xml: string): XmlElement {
	const root = create("", {});
	const open = [root];
	const parser = new SaxesParser({ xmlns: true });
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ uri, local, attributes }) => {
		const prefix = prefixes[uri];
		if (prefix === undefined) throw new Error(`unknown namespace ${uri}`);
		const values = Object.entries(attributes).map(([name, attribute]) => [
			name,
			attribute.value,
		]);
		const element = create(prefix + local, Object.fromEntries(values));
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("closetag", () => {
		open.pop();
	});
	const addText = (text: string) => {
		for (const element of open) element.text += text;
	};
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.write(xml).close();
	const [first] = root.children;
	if (first === undefined) throw new Error("no root");
	return first;
}

function create(
	name: string,
	attributes: Readonly<Record<string, string>>,
): XmlElement {
	return { name, attributes, children: [], text: "" };
}

/** An element's children of one name. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
	return element.children.filter((child) => child.name === name);
}

/** The one child of a name; undefined where there is none. */
export function findOne(
	element: XmlElement,
	name: string,
): XmlElement | undefined {
	const [found, another] = findAll(element, name);
	if (another !== undefined) throw new Error(`more than one ${name}`);
	return found;
}
