"use strict";
/* The data of the page, and questions about it. Nodes and edges go by number; a node's number is its rank. */
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data");
const wired = read("pyvis");
const MARK = data.marks.map(([name, label, shape, light, dark]) => ({ name, label, shape, light, dark }));
const EVENT = MARK.findIndex((mark) => mark.name === "Event");
const CLAIM = MARK.findIndex((mark) => mark.name === "Claim");
const REJECTED = new Set(["denied", "negated"]);

const nodes = data.nodes.map((row, number) => ({
  number, mark: row.m, label: row.l, aliases: row.a || [], type: row.t || "", status: row.s || "",
  facts: row.f || [], quantities: row.q || [], proofs: row.e || [], proofCount: row.n || (row.e || []).length,
  when: row.when || "", speaker: row.speaker || "", cue: row.cue || "", content: row.content || "",
  speech: row.speech || "", country: row.country || "", at: row.at || null, edges: [], size: wired.nodes[number].size,
}));
const edges = data.edges.map(([from, to, kind, type, label, status, proofs, wording], number) => ({
  number, from, to, kind, type, label, status, proofs, wording: wording || label, wired: wired.edges[number],
}));
for (const edge of edges) {
  nodes[edge.from].edges.push(edge);
  if (edge.to !== edge.from) nodes[edge.to].edges.push(edge);
}
const proofs = data.proofs.map(([sentence, begin, end, article, method, confidence, claim, by, stance]) => ({
  sentence: data.sentences[sentence], begin, end, article, method, confidence, claim: claim ?? -1, by: by || "", stance: stance || "",
}));
const articles = data.articles.map(([title, publisher, date, url]) => ({ title, publisher, date, url }));
const isEvent = (node) => node.mark === EVENT;
const isClaim = (node) => node.mark === CLAIM;
const isEntity = (node) => !isEvent(node) && !isClaim(node);
const otherEnd = (edge, node) => nodes[edge.from === node.number ? edge.to : edge.from];

/* Looks: "solid" happened or simply is, "open" did not happen yet or is not sure, "no" is said not to have happened. */
const lookOf = (node) => !isEvent(node) || node.status === "actual" ? "solid" : REJECTED.has(node.status) ? "no" : "open";

const filter = { marks: new Set(MARK.keys()), factualities: new Set(data.factualities), stances: new Set(data.stances), statuses: new Set(data.statuses), article: -1 };
const inArticle = (numbers) => filter.article < 0 || numbers.some((number) => proofs[number].article === filter.article);
function passes(node) {
  if (!filter.marks.has(node.mark) || !inArticle(node.proofs)) return false;
  if (isEvent(node)) return filter.factualities.has(node.status);
  return !isClaim(node) || filter.stances.has(node.status);
}
function edgePasses(edge) {
  return inArticle(edge.proofs) && (edge.kind !== "relation" || filter.statuses.has(edge.status));
}

/* What is shown: the first nodes that pass, and those that the reader asked for. */
const view = { level: data.first, extra: new Set(), shown: new Set(), at: new Map(), moved: new Map(), faint: false };
function choose() {
  const wanted = data.levels[view.level].count;
  const first = [];
  for (const node of nodes) {
    if (first.length === wanted) break;
    if (passes(node)) first.push(node.number);
  }
  const last = first.length ? first[first.length - 1] : 0;
  const level = data.levels.find((one) => one.count > last) || data.levels[data.levels.length - 1];
  const stretch = stretchFor(level);
  view.at = new Map(first.map((number) => [number, { x: Math.round(level.at[2 * number] * stretch), y: Math.round(level.at[2 * number + 1] / stretch) }]));
  view.moved.forEach((at, number) => { if (view.at.has(number)) view.at.set(number, at); });
  view.extra.forEach((number) => { if (!view.at.has(number)) view.at.set(number, view.moved.get(number) || placeNear(nodes[number])); });
  view.shown = new Set(view.at.keys());
}

/* The layout is about as wide as high; the window may be wider or higher. */
const frame = { across: 130, down: 44 };
function stretchFor(level) {
  const place = document.getElementById("network");
  const xs = level.at.filter((_, number) => number % 2 === 0), ys = level.at.filter((_, number) => number % 2 === 1);
  const own = (Math.max(...xs) - Math.min(...xs) + 80) / (Math.max(...ys) - Math.min(...ys) + 80);
  const window_ = Math.max(place.clientWidth - 2 * frame.across, 200) / Math.max(place.clientHeight - 2 * frame.down, 200);
  return Math.sqrt(Math.min(1.8, Math.max(.6, window_ / own)));
}

/* A free spot beside the neighbours that are already there, found along a spiral. */
function placeNear(node) {
  const near = node.edges.map((edge) => view.at.get(otherEnd(edge, node).number)).filter(Boolean);
  const middle = near.reduce((sum, at) => ({ x: sum.x + at.x / near.length, y: sum.y + at.y / near.length }), { x: 0, y: 0 });
  const taken = [...view.at.values()];
  for (let turn = 1; turn < 4000; turn++) {
    const at = { x: Math.round(middle.x + 16 * Math.sqrt(turn) * Math.cos(turn * 2.399963)), y: Math.round(middle.y + 16 * Math.sqrt(turn) * Math.sin(turn * 2.399963)) };
    if (!taken.some((other) => Math.abs(other.x - at.x) < 62 && Math.abs(other.y - at.y) < 46)) return at;
  }
  return middle;
}
