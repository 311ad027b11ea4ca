import { expect, test } from "vitest";
import { renderHtml } from "./render.ts";

const page = "https://example.org/blog/post/";

/** Each body comes out as it went in. */
test.each([
	[
		"figure and figcaption",
		`<figure><img src="${page}a.png" alt="A" width="640" height="480"><figcaption>B</figcaption></figure>`,
	],
	[
		"picture and source",
		`<figure><picture><source srcset="${page}a.avif 1x, ${page}b.avif 2x" type="image/avif" media="(min-width: 1px)" sizes="50vw" width="1" height="2"><img src="${page}a.png" alt=""></picture></figure>`,
	],
	["audio", `<figure><audio src="${page}a.mp3" controls>A</audio></figure>`],
	[
		"video, track and poster",
		`<figure><video src="${page}a.mp4" poster="${page}a.png" controls width="1" height="2"><track src="${page}a.vtt" kind="captions" srclang="ja" label="日本語" default></video></figure>`,
	],
	[
		"details and summary",
		"<details open><summary>A</summary><p>B</p></details>",
	],
	["ruby", "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>"],
	["time", '<p><time datetime="2024-01-02">A</time></p>'],
	[
		"mark, bdi and bdo",
		'<p><mark>A</mark> <bdi>B</bdi> <bdo dir="rtl">C</bdo></p>',
	],
	["definitions", "<dl><dt>A</dt><dd>B</dd></dl>"],
	[
		"tables",
		'<table align="center"><caption>A</caption><colgroup span="2" align="left"></colgroup><thead align="left"></thead><tbody><tr align="right"><th scope="row" colspan="2" rowspan="1" align="left" headers="a b">A</th><td colspan="2" rowspan="3" align="center" headers="c">B</td></tr></tbody><tfoot><tr><td>C</td></tr></tfoot></table>'.replace(
			'<thead align="left"></thead>',
			"",
		),
	],
	[
		"id, lang, dir and title",
		'<p id="a" lang="ja" dir="rtl" title="A &quot;B&quot; &lt;c&gt;">D</p>',
	],
	[
		"lists' numbers",
		'<ol start="3" reversed type="i"><li value="7">A</li></ol><ul><li>B</li></ul>',
	],
	[
		"changes",
		`<p><ins cite="${page}a" datetime="2024-01-02">A</ins><del cite="${page}a" datetime="2024-01-02">B</del></p>`,
	],
	[
		"code's language",
		'<pre class="language-ts"><code class="language-ts">A</code></pre>',
	],
	["data", '<p><data value="1">A</data></p>'],
	[
		"sections",
		"<article><header>A</header><section>B</section><aside>C</aside><nav>D</nav><footer>E</footer></article><main>F</main><address>G</address>",
	],
	[
		"words",
		"<p><abbr>a</abbr><acronym>b</acronym><b>c</b><cite>d</cite><code>e</code><dfn>f</dfn><em>g</em><i>h</i><kbd>i</kbd><q>j</q><s>k</s><samp>l</samp><small>m</small><span>n</span><strike>o</strike><strong>p</strong><sub>q</sub><sup>r</sup><tt>s</tt><u>t</u><var>u</var><wbr><br></p>",
	],
	[
		"headings",
		"<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4><h5>E</h5><h6>F</h6><hgroup><h2>G</h2><p>H</p></hgroup><hr>",
	],
	["a quote", `<blockquote cite="${page}a"><p>A</p></blockquote>`],
	["an anchor without a link", '<p><a id="a">A</a></p>'],
])("%s: stays", (_, html) => {
	expect(renderHtml(`${html}\n`)).toBe(html);
});

test.each([
	[
		"every picture has an alt",
		"<img src='/a.png'>",
		'<img src="https://example.org/a.png" alt="">',
	],
	[
		"film and sound have controls, and never begin by themselves",
		"<video src='/a.mp4' autoplay loop muted></video>",
		'<p><video src="https://example.org/a.mp4" controls></video></p>',
	],
	[
		"of the classes a language alone stays",
		'<pre class="a language-b c"><code class="hljs language-b">x</code></pre>',
		'<pre class="language-b"><code class="language-b">x</code></pre>',
	],
	["a class stays nowhere else", '<p class="language-b">x</p>', "<p>x</p>"],
])("%s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	[
		"data-src",
		'<img class="lazyload" data-src="/real.png" src="data:image/gif;base64,R0lG" alt="A">',
	],
	["data-original", '<img data-original="/real.png" src="/grey.gif" alt="A">'],
	["data-lazy-src", '<img data-lazy-src="/real.png" src="/grey.gif" alt="A">'],
	[
		"a twin in noscript",
		'<img data-src="/real.png" src="/grey.gif" alt="A"><noscript><img src="/real.png" alt="A"></noscript>',
	],
	[
		"a twin on the next line",
		'<img data-src="/real.png" alt="A">\n<noscript><img src="/real.png" alt="A"></noscript>',
	],
])("a lazy picture gets its real address: %s", (_, body) => {
	expect(
		renderHtml(`<div>${body}</div>`).replace(/\s+(?=<\/div>)/, ""),
	).toMatch(
		/^<div><img (?=[^>]*src="https:\/\/example\.org\/real\.png")(?=[^>]*alt="A")[^>]*><\/div>$/,
	);
});

test("a lazy srcset becomes a real one", () => {
	expect(
		renderHtml(
			'<picture><source data-srcset="/a.webp 2x"><img data-srcset="/a.png 1x" data-src="/a.png" src="data:," alt="A"></picture>',
		),
	).toBe(
		'<p><picture><source srcset="https://example.org/a.webp 2x"><img src="https://example.org/a.png" alt="A" srcset="https://example.org/a.png 1x"></picture></p>',
	);
});

test.each([
	["shows what it holds", "<noscript><p>A</p></noscript>", "<p>A</p>"],
	[
		"shows what repeats no picture",
		'<div><img data-src="/a.png" alt="A"><noscript><p>B</p></noscript></div>',
		'<div><img alt="A" src="https://example.org/a.png"><p>B</p></div>',
	],
	[
		"shows another picture",
		'<div><img data-src="/a.png" alt="A"><noscript><img src="/b.png" alt="B"></noscript></div>',
		'<div><img alt="A" src="https://example.org/a.png"><img src="https://example.org/b.png" alt="B"></div>',
	],
])("noscript %s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	[
		"a block of its own",
		'<iframe src="https://a.example/b"></iframe>',
		'<p><a href="https://a.example/b">a.example/b</a></p>',
	],
	[
		"with a title",
		'<iframe src="https://a.example/b" title=" A map "></iframe>',
		'<p><a href="https://a.example/b">A map</a></p>',
	],
	[
		"in a line",
		'a <iframe src="https://a.example/b"></iframe> c',
		'<p>a <a href="https://a.example/b">a.example/b</a> c</p>',
	],
	[
		"in a figure",
		'<figure><iframe src="//a.example/b"></iframe><figcaption>C</figcaption></figure>',
		'<figure><p><a href="https://a.example/b">a.example/b</a></p><figcaption>C</figcaption></figure>',
	],
	[
		"in a list",
		'<ul><li><iframe src="/b"></iframe></li></ul>',
		'<ul><li><a href="https://example.org/b">example.org/b</a></li></ul>',
	],
	[
		"in a cell",
		'<table><tr><td><iframe src="/b"></iframe></td></tr></table>',
		'<table><tbody><tr><td><a href="https://example.org/b">example.org/b</a></td></tr></tbody></table>',
	],
	[
		"in a heading",
		'<h2>A <iframe src="/b"></iframe></h2>',
		'<h2>A <a href="https://example.org/b">example.org/b</a></h2>',
	],
	[
		"in a link, which ends before it and goes on after it",
		'<a id="i" href="/a">b <iframe src="/c" title="C"></iframe> d</a>',
		'<p><a id="i" href="https://example.org/a">b </a><a href="https://example.org/c">C</a><a href="https://example.org/a"> d</a></p>',
	],
	[
		"in a block within a link",
		'<div><a href="/a"><div><iframe src="/c" title="C"></iframe></div><p>d</p></a></div>',
		'<div><div><p><a href="https://example.org/c">C</a></p></div><a href="https://example.org/a"><p>d</p></a></div>',
	],
	[
		"lazy",
		'<iframe src="about:blank" data-src="/b"></iframe>',
		'<p><a href="https://example.org/b">example.org/b</a></p>',
	],
	[
		"without an address",
		"a <iframe></iframe> <iframe src=''></iframe> b",
		"<p>a   b</p>",
	],
	[
		"of code",
		'a <iframe src="javascript:alert(1)"></iframe><iframe src="data:text/html,x"></iframe>',
		"<p>a </p>",
	],
	[
		"of a text of its own",
		'<iframe srcdoc="<script>alert(1)</script>"></iframe>b',
		"b",
	],
	[
		"with words for old browsers",
		'<iframe src="/b">No <b>frames</b></iframe>',
		'<p><a href="https://example.org/b">example.org/b</a></p>',
	],
	[
		"of YouTube",
		'<iframe src="https://www.youtube.com/embed/a-B_1?start=3"></iframe>',
		'<p><a href="https://www.youtube.com/embed/a-B_1?start=3">Video on YouTube</a></p>',
	],
	[
		"of YouTube without cookies",
		'<iframe src="//www.youtube-nocookie.com/embed/a" title="T"></iframe>',
		'<p><a href="https://www.youtube-nocookie.com/embed/a">T</a></p>',
	],
	[
		"of Vimeo",
		'<iframe src="https://player.vimeo.com/video/123?h=a"></iframe>',
		'<p><a href="https://player.vimeo.com/video/123?h=a">Video on Vimeo</a></p>',
	],
	[
		"of a host that only looks like YouTube",
		'<iframe src="https://www.youtube.com.a.example/embed/a"></iframe>',
		'<p><a href="https://www.youtube.com.a.example/embed/a">www.youtube.com.a.example/embed/a</a></p>',
	],
])("a frame becomes a link to what it showed: %s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	[
		"an annotation",
		'<math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac><annotation encoding="application/x-tex">\\frac{1}{2} &lt; 1</annotation></semantics></math>',
		"<p><code>\\frac{1}{2} &lt; 1</code></p>",
	],
	[
		"alttext",
		'<math alttext="E=mc^2"><mi>E</mi></math>',
		"<p><code>E=mc^2</code></p>",
	],
	[
		"nothing but MathML",
		"<math><mi>x</mi><mo>=</mo><mn>1</mn></math>",
		"<p><code>x=1</code></p>",
	],
	[
		"an annotation that is not TeX",
		'<math><mi>x</mi><annotation encoding="text/plain">y</annotation></math>',
		"<p><code>xy</code></p>",
	],
	[
		"KaTeX, which says it twice",
		'a <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation encoding="application/x-tex">E = mc^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">E</span></span></span></span> b',
		"<p>a <code>E = mc^2</code> b</p>",
	],
	[
		"KaTeX without MathML",
		'<span class="katex"><span class="katex-html">E</span></span>',
		"<p><span><span>E</span></span></p>",
	],
	["nothing at all", "a <math></math>", "<p>a </p>"],
])("a formula becomes its TeX as code: %s", (_, body, html) => {
	expect(renderHtml(body)).toBe(html);
});

test.each([
	["<p>*a*</p>", "<p>*a*</p>", "*a*"],
	["Markdown", "\n\n*a* b\n\n", "<em>a</em> b"],
	["a heading", "<h3>a</h3>", "<h3>a</h3>"],
	["a paragraph beside text", "a<p>b</p>", "a<p>b</p>"],
])("a details element is summed up in a line: %s", (_, inner, expected) => {
	const body = `<details><summary>${inner}</summary>c</details>`;
	expect(renderHtml(body)).toContain(`<summary>${expected}</summary>`);
});
