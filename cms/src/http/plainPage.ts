/** Our own small pages: the one-time link, "starting", "nothing here". They work before, and without, everything else. */

const STYLE = `
:root { color-scheme: light dark; --ink: #17302c; --muted: #566b67; --line: #6f8580; --ground: #fff; --accent: #0b6355; --on-accent: #fff; --fault: #a1271f; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef4f2; --muted: #a9bcb7; --line: #7d938e; --ground: #12211e; --accent: #6fc7b5; --on-accent: #0c1f1b; --fault: #ffb3aa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 28rem; margin: 0 auto; padding: 3rem 1rem; }
svg { color: var(--accent); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 .5rem; text-wrap: balance; }
p { margin: 0 0 1rem; }
label { display: block; font-weight: 600; margin-top: 1.25rem; }
.hint { color: var(--muted); margin: 0; font-size: .9375rem; }
.fault { color: var(--fault); margin: .25rem 0 0; }
input { width: 100%; min-height: 3rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem; }
input[aria-invalid] { border-color: var(--fault); border-width: 2px; }
button, .button { display: inline-block; margin-top: 1.75rem; min-height: 3rem; padding: .75rem 1.5rem; font: inherit; font-weight: 600; line-height: 1.5; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 1.5rem; text-decoration: none; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .9375em; }
`;

const MARK =
  '<svg width="40" height="40" viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M2.5 17.5C6 17.5 6.6 10 10.4 10s3.7 5.6 7.1 5.6c1.8 0 2.9-.9 4-2.6" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><circle cx="16.2" cy="6.6" r="2.3" fill="currentColor"/></svg>';

/** A whole page that needs neither Next nor the database. `title` and `content` are HTML; `head` goes into the head. */
export function plainPage(title: string, content: string, head = ""): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}
<title>${title} · Clinic Widgets</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${MARK}
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}
