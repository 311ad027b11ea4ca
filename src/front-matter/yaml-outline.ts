/** Where the keys of a YAML text stand and which stand twice: js-yaml tells neither, but it can be listened to. */
import type { EventType, State } from "js-yaml";

interface Node {
	readonly start: number;
	end: number;
	kind: string | null;
	tag: string | null;
	result: unknown;
	readonly children: Node[];
}

/** A key of a mapping, with offsets in the text. */
export interface Entry {
	readonly key: string;
	readonly keyStart: number;
	readonly valueStart: number;
	readonly value: Node;
}

export interface Mapping {
	readonly entries: readonly Entry[];
	/** Whether it is written in braces. */
	readonly isFlow: boolean;
}

const colon = /(?:[ \t\n\r]|#[^\n]*\n)*:/y;
const blanksAndComments = /(?:[ \t\n\r]|#[^\n]*\n)*/y;
const mergeTag = "tag:yaml.org,2002:merge";

export class Outline {
	private readonly text: string;
	private readonly open: Node[] = [];
	private root: Node | undefined;

	constructor(text: string) {
		this.text = text;
	}

	/** To be given to js-yaml as its listener. */
	readonly listen = (event: EventType, state: State): void => {
		if (event === "open") {
			const start = state.position;
			this.open.push({
				start,
				end: start,
				kind: null,
				tag: null,
				result: null,
				children: [],
			});
			return;
		}
		const node = this.open.pop();
		if (node === undefined) return;
		node.end = state.position;
		node.kind = state.kind;
		node.tag = (state as State & { tag: string | null }).tag;
		node.result = state.result;
		const parent = this.open.at(-1);
		if (parent === undefined) this.root = node;
		else parent.children.push(node);
	};

	/** Where each value stands, by its name in messages (example: `authors[1].email`). */
	readPlaces(): Map<string, number> {
		const places = new Map<string, number>();
		if (this.root) this.collectPlaces(this.root, "", places);
		return places;
	}

	private collectPlaces(
		node: Node,
		name: string,
		places: Map<string, number>,
	): void {
		const [child] = node.children;
		if (child !== undefined && isMerelyTried(node)) {
			this.collectPlaces(child, name, places);
			return;
		}
		const { kind, children, result } = node;
		if (kind === "sequence") {
			// Where js-yaml told of more nodes than there are items, nothing says which is which.
			if (!Array.isArray(result) || result.length !== children.length) return;
			for (const [index, item] of children.entries())
				this.keepPlace(item, `${name}[${index}]`, places);
		}
		for (const { key, value } of this.readMapping(node)?.entries ?? [])
			this.keepPlace(value, name === "" ? key : `${name}.${key}`, places);
	}

	private keepPlace(
		node: Node,
		name: string,
		places: Map<string, number>,
	): void {
		places.set(name, this.findValue(node));
		this.collectPlaces(node, name, places);
	}

	/** Every mapping, the outermost first. */
	readMappings(): Mapping[] {
		const mappings: Mapping[] = [];
		const waiting = this.root ? [this.root] : [];
		for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
			const mapping = isMerelyTried(node) ? undefined : this.readMapping(node);
			if (mapping !== undefined) mappings.push(mapping);
			for (const child of node.children.toReversed()) waiting.push(child);
		}
		return mappings;
	}

	private readMapping(node: Node): Mapping | undefined {
		const [child] = node.children;
		if (child !== undefined && isMerelyTried(node))
			return this.readMapping(child);
		if (node.kind !== "mapping") return undefined;
		const entries: Entry[] = [];
		for (const [i, keyNode] of node.children.entries()) {
			const value = node.children[i + 1];
			if (value === undefined || !this.hasColon(keyNode, value)) continue;
			const key = readKey(keyNode);
			if (key !== undefined)
				entries.push({
					key,
					keyStart: keyNode.start,
					valueStart: this.findValue(value),
					value,
				});
		}
		const head = this.text.slice(node.start, child?.start);
		return { entries, isFlow: head.replace(/#.*/g, "").includes("{") };
	}

	/** A value follows its key after a colon; a key follows a value after a line break or a comma. */
	private hasColon(key: Node, value: Node): boolean {
		colon.lastIndex = key.end;
		return colon.test(this.text) && colon.lastIndex <= value.start;
	}

	private findValue(value: Node): number {
		if (value.kind === null && value.result === null) return value.start;
		blanksAndComments.lastIndex = value.start;
		blanksAndComments.test(this.text);
		return blanksAndComments.lastIndex;
	}
}

/** js-yaml reads a node as the first key of a mapping, and when no colon follows keeps what it has read as the node. */
const isMerelyTried = ({ children, result }: Node) =>
	children.length === 1 &&
	typeof result === "object" &&
	result !== null &&
	children[0]?.result === result;

function readKey({ kind, tag, result }: Node): string | undefined {
	if (kind !== "scalar" || tag === mergeTag) return undefined;
	return typeof result === "string" ? result : "null";
}
