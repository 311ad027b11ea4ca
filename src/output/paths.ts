/** Which texts may be paths inside the output folder: relative, with `/`, leading nowhere else on any system. */

/** The list of what was written, in the output folder. */
export const LIST_NAME = ".feedwright-written";

/** The folder of temporary files and of the lock, in the output folder. */
export const TEMPORARY_NAME = ".feedwright-tmp";

/** What begins with this at the top of the output folder is feedwright's own bookkeeping. */
const RESERVED = ".feedwright-";

// In bytes: what common file systems take for a name, and for a path with the output folder before it.
const LONGEST_NAME = 255;
const LONGEST_PATH = 2000;

// Windows cuts dots and blanks from the end of a name, so ".. " is ".." there.
const isSafeName = (name: string) =>
	!/^[. ]*$/.test(name) && Buffer.byteLength(name) <= LONGEST_NAME;

/**
 * Says whether a path stays inside the output folder and is none of feedwright's own files, as far as its text tells
 * (symbolic links are looked at on the disk).
 */
export function isSafePath(path: string): boolean {
	return (
		Buffer.byteLength(path) <= LONGEST_PATH &&
		// biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would forge a line of the list
		!/[\\\u0000-\u001f\u007f]|\p{Surrogate}/u.test(path) &&
		!/^[A-Za-z]:/.test(path) &&
		!path.toLowerCase().startsWith(RESERVED) &&
		path.split("/").every(isSafeName)
	);
}

/** The form in which two paths are equal that macOS or Windows hold to be one file. */
export const foldPath = (path: string): string =>
	path.normalize("NFC").toLowerCase();

/** The folder of a path, `""` being the output folder itself. */
export const folderOf = (path: string): string =>
	path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** A path's folders from the outermost to the innermost, without the output folder: `a`, `a/b` for `a/b/c`. */
export function foldersOf(path: string): string[] {
	const folders: string[] = [];
	for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1))
		folders.push(path.slice(0, end));
	return folders;
}
