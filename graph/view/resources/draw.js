/* Marks, lines and labels on the canvas, and the same marks as SVG for lists and legend. */
const dark = matchMedia("(prefers-color-scheme: dark)");
let colour = {};
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const get = (name) => style.getPropertyValue(`--${name}`).trim();
  colour = { paper: get("paper"), ink: get("ink"), soft: get("soft"), accent: get("accent") };
  for (const kind of ["role", "place", "link", "relation", "speech"]) colour[kind] = get(`edge-${kind}`);
}
const tint = (mark) => (dark.matches ? MARK[mark].dark : MARK[mark].light);

/* Corners of each shape for a radius of 1. */
const ring = (count, turn) => Array.from({ length: count }, (_, corner) => [Math.cos(turn + corner * 2 * Math.PI / count), Math.sin(turn + corner * 2 * Math.PI / count)]);
const CORNERS = {
  square: [[-.86, -.86], [.86, -.86], [.86, .86], [-.86, .86]],
  triangle: [[0, -1.05], [1.05, .85], [-1.05, .85]],
  triangleDown: [[0, 1.05], [-1.05, -.85], [1.05, -.85]],
  diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  hexagon: ring(6, 0),
  star: Array.from({ length: 10 }, (_, corner) => { const [x, y] = ring(10, -Math.PI / 2)[corner]; const r = corner % 2 ? .5 : 1.15; return [x * r, y * r]; }),
  box: [[-1.2, -.9], [1.2, -.9], [1.2, .55], [-.1, .55], [-.65, 1.15], [-.65, .55], [-1.2, .55]],
};
function outline(shape, x, y, r) {
  const path = new Path2D();
  const corners = CORNERS[shape];
  if (!corners) path.arc(x, y, r, 0, 2 * Math.PI);
  else { corners.forEach(([cx, cy], number) => path[number ? "lineTo" : "moveTo"](x + cx * r, y + cy * r)); path.closePath(); }
  return path;
}
function drawMark(ctx, node, x, y, r, ringed) {
  const look = lookOf(node);
  const path = outline(MARK[node.mark].shape, x, y, r);
  const stroke = tint(node.mark);
  ctx.lineJoin = "round";
  if (ringed) { ctx.strokeStyle = colour.accent; ctx.lineWidth = Math.max(r * .75, 6); ctx.globalAlpha *= .35; ctx.stroke(path); ctx.globalAlpha /= .35; }
  ctx.fillStyle = look === "solid" ? stroke : colour.paper;
  ctx.strokeStyle = look === "solid" ? colour.paper : stroke;
  ctx.lineWidth = look === "solid" ? 1.5 : Math.max(r * .22, 1.6);
  ctx.fill(path);
  if (look === "open") ctx.setLineDash([r * .5, r * .34]);
  ctx.stroke(path);
  ctx.setLineDash([]);
  if (look === "no") { ctx.beginPath(); ctx.moveTo(x - r * .5, y + r * .5); ctx.lineTo(x + r * .5, y - r * .5); ctx.stroke(); }
}
const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes, parent) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (parent) parent.append(element);
  return element;
}
function sign(mark, look = "solid", size = 14) {
  const picture = svg("svg", { class: "sign", width: size, height: size, viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": "true" });
  const corners = CORNERS[MARK[mark].shape];
  const paint = { fill: look === "solid" ? tint(mark) : "none", stroke: tint(mark), "stroke-width": look === "solid" ? .1 : .26, "stroke-linejoin": "round" };
  if (look === "open") paint["stroke-dasharray"] = ".55 .38";
  if (corners) svg("polygon", { ...paint, points: corners.map((corner) => corner.join(",")).join(" ") }, picture);
  else svg("circle", { ...paint, r: 1 }, picture);
  if (look === "no") svg("line", { x1: -.5, y1: .5, x2: .5, y2: -.5, stroke: tint(mark), "stroke-width": .26 }, picture);
  return picture;
}
function lineSign(kind, dash) {
  const picture = svg("svg", { class: "sign", width: 26, height: 10, "aria-hidden": "true" });
  svg("line", { x1: 0, y1: 5, x2: 26, y2: 5, stroke: colour[kind], "stroke-width": 2.2, ...(dash ? { "stroke-dasharray": dash } : {}) }, picture);
  return picture;
}

/* An edge as a quadratic curve, as vis-network bends it. */
function middleOf(edge, from, to) {
  const smooth = edge.wired.smooth;
  if (!smooth) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const turn = (smooth.type === "curvedCW" ? 1 : -1) * (smooth.roundness * .5 + .5);
  const dx = to.x - from.x, dy = from.y - to.y;
  const reach = Math.abs(turn) * Math.hypot(dx, dy), angle = Math.atan2(dy, dx) + turn * Math.PI;
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}
function drawEdge(ctx, edge, strong) {
  const from = view.at.get(edge.from), to = view.at.get(edge.to);
  if (!from || !to) return;
  const bend = middleOf(edge, from, to);
  ctx.strokeStyle = ctx.fillStyle = colour[edge.kind];
  ctx.lineWidth = strong ? 3 : 1.8;
  ctx.setLineDash(edge.wired.dashes || []);
  ctx.beginPath(); ctx.moveTo(from.x, from.y); ctx.quadraticCurveTo(bend.x, bend.y, to.x, to.y); ctx.stroke();
  ctx.setLineDash([]);
  const [tail, head, tip] = edge.wired.arrows === "from" ? [bend, from, nodes[edge.from]] : [bend, to, nodes[edge.to]];
  const angle = Math.atan2(head.y - tail.y, head.x - tail.x), gap = tip.size + 2, r = strong ? 9 : 7;
  ctx.beginPath();
  ctx.moveTo(head.x - gap * Math.cos(angle), head.y - gap * Math.sin(angle));
  for (const side of [-.4, .4]) ctx.lineTo(head.x - (gap + r) * Math.cos(angle) - r * side * 1.2 * Math.sin(angle), head.y - (gap + r) * Math.sin(angle) + r * side * 1.2 * Math.cos(angle));
  ctx.closePath(); ctx.fill();
}

/* The bigger a mark, the sooner it gets its label. */
const byWeight = () => [...view.shown].sort((a, b) => nodes[b].size - nodes[a].size || a - b);

/* Labels keep one size on the screen; the more telling ones first, and never one on another. */
const wrapped = new Map();
function linesOf(node) {
  if (wrapped.has(node.number)) return wrapped.get(node.number);
  const words = node.label.split(/\s+/).filter(Boolean);
  const lines = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last + " " + word).length <= 17) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push([...word].length > 22 ? [...word].slice(0, 21).join("") + "…" : word);
  }
  const cut = lines.length > 2 ? [lines[0], lines[1].replace(/[\s,;:.…]+$/, "") + "…"] : lines;
  wrapped.set(node.number, cut);
  return cut;
}
/* Whether the stretch from one point to another touches a box (Liang and Barsky, 1984). */
function crosses(from, to, box) {
  let enter = 0, leave = 1;
  for (const [start, way, low, high] of [[from.x, to.x - from.x, box.x, box.x + box.w], [from.y, to.y - from.y, box.y, box.y + box.h]]) {
    if (way === 0) { if (start < low || start > high) return false; continue; }
    const a = (low - start) / way, b = (high - start) / way;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave;
}
const HUBS = 30;
const fontOf = (node) => `${isClaim(node) ? "italic 11px" : isEvent(node) ? "12px" : "600 12px"} system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;
const widths = new Map();
function widthOf(ctx, text) {
  const key = ctx.font + text;
  if (!widths.has(key)) widths.set(key, ctx.measureText(text).width);
  return widths.get(key);
}
class Room {
  constructor() { this.cells = new Map(); }
  *keys(box) { for (let x = Math.floor(box.x / 64); x <= (box.x + box.w) / 64; x++) for (let y = Math.floor(box.y / 32); y <= (box.y + box.h) / 32; y++) yield `${x},${y}`; }
  free(box, owner, over) {
    for (const key of this.keys(box)) for (const other of this.cells.get(key) || []) {
      if (other.owner !== owner && !(other.rank > over) && box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return false;
    }
    return true;
  }
  take(box) { for (const key of this.keys(box)) { if (!this.cells.has(key)) this.cells.set(key, []); this.cells.get(key).push(box); } }
}
function drawLabels(ctx, first, only, edgeLabels, size) {
  const matrix = ctx.getTransform(), ratio = size.ratio;
  const scale = matrix.a / ratio, room = new Room();
  const spot = (at) => ({ x: (matrix.a * at.x + matrix.e) / ratio, y: (matrix.d * at.y + matrix.f) / ratio });
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textBaseline = "middle"; ctx.lineJoin = "round"; ctx.lineWidth = 3.5;
  const within = (at) => at.x > -60 && at.y > -30 && at.x < size.width + 60 && at.y < size.height + 30;
  const order = [];
  let placed = 0;
  for (const number of [...first, ...byWeight()]) {
    if (only && !only.has(number)) continue;
    const at = spot(view.at.get(number));
    if (!within(at)) continue;
    const r = radiusOf(nodes[number], scale) * scale;
    // Some air around a mark, so that no label seems to belong to its neighbour.
    const rank = isClaim(nodes[number]) ? 2 : order.length < HUBS ? 0 : 1;
    room.take({ x: at.x - r - 4, y: at.y - r - 4, w: 2 * r + 8, h: 2 * r + 8, owner: number, rank });
    order.push([nodes[number], at, r]);
  }
  const done = new Set();
  const write = (lines, box, align) => lines.forEach((line, row) => {
    const x = align === "left" ? box.x : align === "right" ? box.x + box.w : box.x + box.w / 2, y = box.y + 7.5 + row * 14;
    ctx.textAlign = align; ctx.strokeText(line, x, y); ctx.fillText(line, x, y);
  });
  for (const [node, at, r] of order) {
    if (done.has(node.number)) continue;
    done.add(node.number);
    ctx.font = fontOf(node);
    const lines = linesOf(node), w = Math.max(...lines.map((line) => widthOf(ctx, line))), h = lines.length * 14;
    const left = at.x - r - 4 - w, right = at.x + r + 4, above = at.y - r - 3 - h, below = at.y + r + 2;
    const ends = node.edges.map((edge) => view.at.get(otherEnd(edge, node).number)).filter(Boolean).map(spot);
    const places = [
      ["center", at.x - w / 2, below], ["left", right, at.y - h / 2], ["right", left, at.y - h / 2], ["center", at.x - w / 2, above],
      ["left", right - 4, below - 5], ["right", left + 4, below - 5], ["left", right - 4, above + 5], ["right", left + 4, above + 5],
    ];
    // A label in need may cover the mark of a claim; in a crowd, that of a big mark any smaller mark.
    // Better where no line of its own runs through it.
    const crossed = places.map(([, x, y]) => ends.some((end) => crosses(at, end, { x, y, w, h })));
    const spots = [...places.filter((_, place) => !crossed[place]), ...places.filter((_, place) => crossed[place])];
    const lengths = isClaim(node) ? [9] : placed++ < HUBS && view.shown.size > 200 ? [9, 1, 0] : [9, 1];
    const tries = lengths.flatMap((over) => [true, false].flatMap((inside) => spots.filter(([, x, y]) => inside === (x > 2 && y > 2 && x + w < size.width - 2 && y + h < size.height - 2)).map((spot) => [...spot, over])));
    for (const [align, x, y, over] of tries) {
      const box = { x, y, w, h, owner: node.number, rank: -1 };
      if (!room.free(box, node.number, over)) continue;
      room.take(box);
      if (over === 0) { ctx.globalAlpha = .7; ctx.fillStyle = colour.paper; ctx.fillRect(x - 2, y, w + 4, h); ctx.globalAlpha = 1; }
      ctx.strokeStyle = colour.paper; ctx.fillStyle = isEntity(node) ? colour.ink : isClaim(node) ? colour.soft : colour.ink;
      write(lines, box, align);
      break;
    }
  }
  ctx.font = '11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
  for (const edge of edgeLabels) {
    const from = view.at.get(edge.from), to = view.at.get(edge.to);
    if (!from || !to) continue;
    const bend = middleOf(edge, from, to);
    const at = spot({ x: (from.x + 2 * bend.x + to.x) / 4, y: (from.y + 2 * bend.y + to.y) / 4 });
    const text = edge.label.length > 30 ? edge.label.slice(0, 29) + "…" : edge.label, w = widthOf(ctx, text);
    const box = { x: at.x - w / 2, y: at.y - 7, w, h: 14, owner: -1, rank: -1 };
    if (!within(at) || !room.free(box, null, 9)) continue;
    room.take(box);
    ctx.strokeStyle = colour.paper; ctx.fillStyle = colour.soft;
    write([text], box, "center");
  }
  ctx.restore();
}
const radiusOf = (node, scale) => Math.max(node.size, 3.2 / scale);
