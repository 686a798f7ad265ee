"""Scripts that check the team page in the browser: each returns a list of faults."""

SPILLING = """
const found = [], wide = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > wide) found.push(['the page scrolls sideways']);
for (const node of document.querySelectorAll('main *, header *')) {
  if (node.closest('.wide') || node.closest('details:not([open])')) continue;
  const box = node.getBoundingClientRect();
  if (!box.width) continue;
  const room = node.closest('section, .figures > div, header, main').getBoundingClientRect();
  if (box.left < room.left - 1 || box.right > room.right + 1) {
    found.push([node.className || node.tagName, node.textContent.slice(0, 40), box.right]);
  }
}
for (const part of document.querySelectorAll('.part, .value, .name, .figure b')) {
  if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline') {
    found.push(['cut', part.textContent]);
  }
}
return found;
"""
COLLIDING = """
const found = [];
for (const line of document.querySelectorAll('.bars li, .columns')) {
  const words = [...line.querySelectorAll('.name, .figure, .part, .stand b, .below')]
    .filter(e => e.textContent);
  const boxes = words.map(e => e.getBoundingClientRect());
  boxes.forEach((a, i) => boxes.forEach((b, j) => {
    if (i < j && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1
        && b.top < a.bottom - 1) found.push([words[i].textContent, words[j].textContent]);
  }));
}
return found;
"""
CONTRAST = """
const light = c => { const l = c.slice(0, 3).map(v => { v /= 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05); };
const told = text => [...text.matchAll(/rgba?[(]([^)]*)[)]/g)]
  .map(m => m[1].split(/[, ]+/).map(Number)).filter(c => c.length < 4 || c[3] > 0);
const grounds = node => { for (let at = node; at; at = at.parentElement) {
  const style = getComputedStyle(at);
  const found = told(style.backgroundImage + ' ' + style.backgroundColor);
  if (found.length) return found; } return [[255, 255, 255]]; };
const found = [];
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  if (!own || node.closest('style')) continue;
  const ink = told(getComputedStyle(node).color)[0];
  for (const ground of grounds(node)) {
    const value = ratio(ink, ground);
    if (value < 4.5) found.push([node.textContent.slice(0, 40), value]);
  }
}
return found;
"""
OUT_OF_SCALE = """
const found = [], number = e => Number(e.textContent.replaceAll(',', ''));
for (const bar of document.querySelectorAll('.bar')) {
  const parts = [...bar.querySelectorAll('.part')].filter(e => e.textContent);
  const widest = parts.filter(e => e.getBoundingClientRect().width > 60);
  for (const a of widest) for (const b of widest) {
    const numbers = number(a) / number(b);
    const widths = a.getBoundingClientRect().width / b.getBoundingClientRect().width;
    if (Math.abs(widths / numbers - 1) > 0.12) found.push([a.textContent, b.textContent, widths]);
  }
}
const columns = [...document.querySelectorAll('.column')].map(e => [
  number(e.querySelector('b')), e.querySelector('.rise').offsetHeight]);
const most = Math.max(...columns.map(c => c[0])), highest = Math.max(...columns.map(c => c[1]));
for (const [number, height] of columns) {
  if (Math.abs(height / highest - number / most) > 0.03) found.push([number, height]);
}
return found;
"""
UNNAMED = """
return [...document.querySelectorAll('[role=img], table, ul.bars')]
  .filter(e => !(e.getAttribute('aria-label') || '').trim()).map(e => e.outerHTML);
"""
