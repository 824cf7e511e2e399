/** A small drawing of each kind of block, for the drawer in which one is chosen. */

const line = (x: number, y: number, width: number, height = 3, color = "#98aba5"): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="1.5" fill="${color}"/>`;
const ACCENT = "#0b6355";
const head = line(14, 12, 44, 5, ACCENT);
const rows = (draw: (y: number) => string, from = 26, step = 13, count = 4): string =>
  Array.from({ length: count }, (_, index) => draw(from + index * step)).join("");

const DRAWINGS: Record<string, string> = {
  text: head + rows((y) => line(14, y, 92) + line(14, y + 6, y > 60 ? 48 : 88), 26, 16, 3),
  benefits:
    head +
    rows((y) => line(14, y, 24, 4, ACCENT) + line(46, y, 26) + line(80, y, 26) + line(14, y + 8, 92, 1)),
  injuries:
    head +
    rows(
      (y) =>
        `<circle cx="18" cy="${y + 3}" r="4" fill="${ACCENT}"/>${line(28, y, 40, 4)}${line(28, y + 6, 74, 2)}`,
    ),
  timings:
    head +
    rows(
      (y) =>
        `<circle cx="19" cy="${y + 3}" r="5" fill="none" stroke="${ACCENT}" stroke-width="2"/><path d="M19 ${y} v3 h3" stroke="${ACCENT}" fill="none"/>${line(32, y + 1, 70)}`,
    ),
  faqs:
    head +
    rows(
      (y) =>
        `${line(14, y, 78, 4)}<path d="M100 ${y} l4 4 l4 -4" stroke="${ACCENT}" stroke-width="2" fill="none"/>${line(14, y + 8, 92, 1)}`,
    ),
  studies: head + rows((y) => line(14, y, 5, 5, ACCENT) + line(26, y, 78, 3) + line(26, y + 5, 52, 2)),
  booking: `<rect x="12" y="18" width="96" height="46" rx="5" fill="${ACCENT}"/>${line(24, 28, 56, 4, "#fff")}<rect x="24" y="42" width="34" height="13" rx="3" fill="#fff"/>`,
  disclaimer: `<path d="M24 26 l14 26 h-28 z" fill="none" stroke="${ACCENT}" stroke-width="3"/>${line(22.5, 36, 3, 8, ACCENT)}${line(48, 30, 56)}${line(48, 38, 56)}${line(48, 46, 34)}`,
};

/** The address of the drawing of a kind of block. */
export const blockPicture = (slug: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="120" height="80" fill="#f3f7f5"/>${DRAWINGS[slug] ?? head}</svg>`,
  )}`;
