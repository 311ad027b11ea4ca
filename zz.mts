import { buildFolder } from "./test/support/folder.ts";
const show = async (n: string, fm: string, body="Hello.", cfg?: object) => {
const b = await buildFolder({"articles/a.md": `---\ntitle: T\ndate: 2024-03-01T10:00:00Z\n${fm}\n---\n${body}\n`}, cfg);
console.log("#####", n, b.status, b.diagnostics.filter(d=>!d.code.startsWith("enclosure-un")));
for (const f of ["atom.xml","feed.json","rss.xml"]) { const t=b.files[f]; if (t) console.log(f+": "+(t.match(/<(entry|item)>[^]*<\/(entry|item)>|"items"[^]*/)?.[0]??"").replace(/\u2028/g,"[2028]")); }
};
await show("$& in link", "link: 'https://ex.org/?q=$&x=1'");
await show("$$ in link", "link: 'https://ex.org/$$x/$$$1'");
await show("mark in enclosure title", "enclosures: [{src: /a.mp3, title: 'urn:mark:0.'}]");
await show("mark attr injection", "title: '\" href=\"https://evil.example/\" x=\"'\nenclosures: [{src: /a.mp3, title: 'urn:mark:1.'}]".replace(/^/,"").replace("title:","id2: 1\ntitle:"));
await show("mark in slug", "slug: 'urn:mark:0.'");
await show("2028", "tags: [a]", "x\u2028y and `code\u2028b`\n\n<p title='a\u2028b'>z</p>");
