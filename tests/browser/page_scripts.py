"""Scripts that check the map in the browser: each returns a list of faults, or their number."""

TOO_WIDE = """
const found = [];
for (const node of document.querySelectorAll('.node')) {
  const box = node.querySelector('.box').getBBox();
  for (const text of node.querySelectorAll('.name, .full, .meta')) {
    const b = text.getBBox();
    if (b.x < box.x || b.x + b.width > box.x + box.width - 2 || b.y < box.y - 1
        || b.y + b.height > box.y + box.height + 2.5) {
      found.push([node.dataset.id, text.textContent, b.x + b.width, b.y + b.height]);
    }
  }
}
return found;
"""
OUTSIDE = """
const view = document.querySelector('svg.picture').viewBox.baseVal;
const root = document.querySelector('svg.picture').getScreenCTM().inverse();
const drawn = ['text', 'rect', 'path'].map(tag => `svg.picture ${tag}`).join();
return [...document.querySelectorAll(drawn)].filter(e => {
  if (e.closest('.many') || !e.getClientRects().length) return false;
  const b = e.getBBox(), m = root.multiply(e.getScreenCTM());
  const x = m.a * b.x + m.e, y = m.d * b.y + m.f;
  return x < 0 || y < -1 || x + b.width > view.width + 0.5 || y + b.height > view.height + 0.5;
}).map(e => e.outerHTML);
"""
OVERLAPPING = """
const boxes = [...document.querySelectorAll('.node .box')].map(e => e.getBoundingClientRect());
let n = 0;
for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
  const a = boxes[i], b = boxes[j];
  if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) n++;
}
return n;
"""
THROUGH = """
const boxes = [...document.querySelectorAll('.node .box')].map(e => e.getBoundingClientRect());
const bad = [];
for (const link of document.querySelectorAll('.links .link:not(.many)')) {
  const wire = link.querySelector('.wire'), m = wire.getScreenCTM();
  for (let at = 2; at < wire.getTotalLength() - 2; at += 4) {
    const p = wire.getPointAtLength(at).matrixTransform(m);
    if (boxes.some(b => p.x > b.left + 1 && p.x < b.right - 1 && p.y > b.top + 1
                        && p.y < b.bottom - 1)) {
      bad.push(link.dataset.from + ' to ' + link.dataset.to); break;
    }
  }
}
return bad;
"""
KEYS_FIT = """
const texts = [...document.querySelectorAll('.key')].map(e => e.getBoundingClientRect());
return texts.filter((a, i) => texts.some((b, j) =>
  i !== j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
"""
_RATIO = """
const parse = c => c.match(/[0-9.]+/g).slice(0, 3).map(Number);
const light = c => { const l = parse(c).map(v => { v /= 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05); };
"""
CONTRAST = (
    _RATIO
    + """
const bad = [];
for (const node of document.querySelectorAll('.node')) {
  const ground = getComputedStyle(node.querySelector('.box')).fill;
  for (const text of node.querySelectorAll('.name, .full, .meta')) {
    const value = ratio(getComputedStyle(text).fill, ground);
    if (value < 4.5) bad.push([node.dataset.id, text.textContent, value]);
  }
}
return bad;
"""
)
CUT_OFF = """
const wide = document.documentElement.scrollWidth - innerWidth;
const inside = e => { const b = e.getBoundingClientRect();
  return b.left >= 0 && b.right <= innerWidth + 0.5; };
const parts = 'svg.picture, .legend li, .zoom label, .levels p, h1, .lead';
return [...(wide > 0 ? [wide] : []),
  ...[...document.querySelectorAll(parts)].filter(e => !inside(e))
    .map(e => e.outerHTML.slice(0, 90))];
"""
LEVELS_OVER_COLUMNS = """
const heads = [...document.querySelectorAll('.levels p')].map(e => e.getBoundingClientRect());
const boxes = [...document.querySelectorAll('.node .box')].map(e => e.getBoundingClientRect().left);
return heads.map(h => Math.min(...boxes.map(left => Math.abs(left - h.left))));
"""
PAGE_WIDTH = "return document.documentElement.scrollWidth"
PLAN_COLLIDING = """
const texts = [...document.querySelectorAll('svg.plan text')];
const boxes = texts.map(e => e.getBoundingClientRect());
const bars = [...document.querySelectorAll('.bar, .event')].map(e => e.getBoundingClientRect());
const all = document.documentElement.getBoundingClientRect();
const cross = (a, b) => a.left < b.right - 0.2 && b.left < a.right - 0.2
  && a.top < b.bottom - 0.6 && b.top < a.bottom - 0.6;
return texts.filter((e, i) => { const a = boxes[i];
  return a.left < all.left || a.right > all.right || a.bottom > all.bottom
    || bars.some(b => cross(a, b))
    || (!e.matches('.step, .small, .lead') && boxes.some((b, j) => i !== j && cross(a, b)));
}).map(e => e.textContent);
"""
PLAN_CONTRAST = (
    _RATIO
    + """
const style = (selector, key) => getComputedStyle(document.querySelector(selector))[key];
const grounds = [style('.ground', 'fill'), style('.band', 'fill')];
const bad = [];
for (const ground of grounds) {
  for (const e of document.querySelectorAll('svg.plan text')) {
    if (ratio(getComputedStyle(e).fill, ground) < 4.5) bad.push(e.textContent);
  }
  for (const e of document.querySelectorAll('.bar, .event')) {
    if (ratio(getComputedStyle(e).stroke, ground) < 3) bad.push(e.getAttribute('class'));
  }
}
return bad;
"""
)
