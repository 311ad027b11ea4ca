/**
 * The conditions of Liquid (https://shopify.github.io/liquid/basics/operators/) and Nunjucks
 * (https://mozilla.github.io/nunjucks/templating.html#if). A value that is not here to be known counts as nothing, as an
 * undefined one does there; undefined is what only the generator can tell: a function's or an operator's result.
 */

import { evaluate, type Scope } from "./liquid-expressions.ts";

type Answer = boolean | undefined;

/** A condition's words, and how far they have been read. */
interface Reader {
	readonly words: readonly string[];
	readonly scope: Scope;
	at: number;
}

/** No author writes a longer one. */
const longest = 1000;

const word = /"[^"]*"|'[^']*'|[=!]==?|[<>]=?|[()|]|[^\s"'=!<>()|]+|\S/g;

function takeWord(reader: Reader, wanted: string): boolean {
	if (reader.words[reader.at] !== wanted) return false;
	reader.at++;
	return true;
}

function negate(answer: Answer): Answer {
	return answer === undefined ? undefined : !answer;
}

/** `false` and nothing are false, as texts of front matter, too. */
function isTrue(value: string): boolean {
	return !/^(?:false|null|~|)$/i.test(value);
}

const operators: ReadonlyMap<string, (a: string, b: string) => Answer> =
	new Map<string, (a: string, b: string) => Answer>([
		["==", (a, b) => a === b],
		["===", (a, b) => a === b],
		["!=", (a, b) => a !== b],
		["!==", (a, b) => a !== b],
		["<", (a, b) => a !== "" && b !== "" && Number(a) < Number(b)],
		["<=", (a, b) => a !== "" && b !== "" && Number(a) <= Number(b)],
		[">", (a, b) => a !== "" && b !== "" && Number(a) > Number(b)],
		[">=", (a, b) => a !== "" && b !== "" && Number(a) >= Number(b)],
		["contains", (a, b) => b !== "" && a.includes(b)],
		["in", (a, b) => a !== "" && b.includes(a)],
	]);

const value = /^(?:["']|-?[\p{L}\p{N}_])/u;

/** Reads a value with its filters: empty where it is not known, undefined where a known one goes through unknown hands. */
function readValue(reader: Reader): string | undefined {
	const { words, scope } = reader;
	const first = words[reader.at] ?? "";
	if (!value.test(first) || words[reader.at + 1] === "(") return undefined;
	const start = reader.at++;
	while (takeWord(reader, "|")) reader.at++;
	if (/^(?:true|false)$/.test(first)) return first;
	const known = evaluate(first, scope);
	if (known === undefined || reader.at === start + 1) return known ?? "";
	return evaluate(words.slice(start, reader.at).join(" "), scope);
}

function readComparison(reader: Reader): Answer {
	if (takeWord(reader, "(")) {
		const inner = readAlternatives(reader);
		return takeWord(reader, ")") ? inner : undefined;
	}
	const left = readValue(reader);
	const compare = operators.get(reader.words[reader.at] ?? "");
	if (left === undefined) return undefined;
	if (!compare) return isTrue(left);
	reader.at++;
	const right = readValue(reader);
	return right === undefined ? undefined : compare(left, right);
}

function readNegation(reader: Reader): Answer {
	return takeWord(reader, "not")
		? negate(readNegation(reader))
		: readComparison(reader);
}

function readAll(reader: Reader): Answer {
	let answer = readNegation(reader);
	while (takeWord(reader, "and")) {
		const next = readNegation(reader);
		answer = answer === false || next === false ? false : answer && next;
	}
	return answer;
}

function readAlternatives(reader: Reader): Answer {
	let answer = readAll(reader);
	while (takeWord(reader, "or")) {
		const next = readAll(reader);
		if (answer === true || next === true) answer = true;
		else if (next === undefined) answer = undefined;
	}
	return answer;
}

/** Says whether a condition is fulfilled; undefined where that cannot be told. */
export function judgeCondition(condition: string, scope: Scope): Answer {
	if (condition.length > longest) return undefined;
	const reader: Reader = { words: condition.match(word) ?? [], scope, at: 0 };
	const answer = readAlternatives(reader);
	return reader.at === reader.words.length ? answer : undefined;
}
