/* The network itself, and what happens on a click. */
const selected = { node: -1, edge: -1 };
const hovered = { node: -1, edge: -1 };
const visNodes = new vis.DataSet(), visEdges = new vis.DataSet();
const container = document.getElementById("network");
readColours();
const network = new vis.Network(container, { nodes: visNodes, edges: visEdges }, wired.options);

// The lists beside it say the same to a keyboard and a screen reader.
container.firstElementChild.tabIndex = -1;

function rendered(node) {
  return ({ ctx, x, y }) => {
    const r = radiusOf(node, network.getScale());
    return { drawNode: () => drawMark(ctx, node, x, y, r, false), nodeDimensions: { width: 2 * r, height: 2 * r } };
  };
}
const nodeFor = (number) => ({ ...view.at.get(number), id: number, shape: "custom", size: nodes[number].size, ctxRenderer: rendered(nodes[number]) });
const edgeFor = (edge, faint) => {
  const paint = colour[edge.kind];
  return { ...edge.wired, id: edge.number, color: { color: paint, highlight: paint, hover: paint, opacity: faint ? .4 : 1 } };
};

/* Bring what vis-network holds in line with what is to be shown. */
function sync(everything) {
  choose();
  visNodes.remove(visNodes.getIds().filter((number) => !view.shown.has(number)));
  visNodes.update([...view.shown].filter((number) => {
    const old = everything ? null : visNodes.get(number, { fields: ["x", "y"] });
    return !old || old.x !== view.at.get(number).x || old.y !== view.at.get(number).y;
  }).map(nodeFor));
  const wanted = edges.filter((edge) => view.shown.has(edge.from) && view.shown.has(edge.to) && edgePasses(edge));
  const keep = new Set(wanted.map((edge) => edge.number));
  visEdges.remove(visEdges.getIds().filter((number) => !keep.has(number)));
  const faint = wanted.length > 700, anew = everything || faint !== view.faint;
  view.faint = faint;
  visEdges.update(wanted.filter((edge) => anew || !visEdges.get(edge.number)).map((edge) => edgeFor(edge, faint)));
  const shown = document.getElementById("shown");
  if (shown) shown.textContent = `${view.shown.size.toLocaleString("en")} of ${nodes.filter(passes).length.toLocaleString("en")} nodes`;
  document.getElementById("nothing").hidden = view.shown.size > 0;
}
function refresh(whole) {
  sync(false);
  if (selected.node < 0 && selected.edge < 0) showOverview();
  if (whole) fit(false);
  network.redraw();
}

/* Show everything, with room for the labels at the rim. */
function fit(moving) {
  const spots = [...view.at.values()];
  if (!spots.length) return;
  const xs = spots.map((at) => at.x), ys = spots.map((at) => at.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = (container.clientWidth - 1.3 * frame.across) / Math.max(right - left, 1), down = (container.clientHeight - 2.4 * frame.down) / Math.max(bottom - top, 1);
  const animation = moving && !quiet() ? { duration: 200, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(1.2, across, down), animation });
}
const quiet = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const focusEdges = () => selected.edge >= 0 ? [edges[selected.edge]] : selected.node >= 0 ? nodes[selected.node].edges.filter((edge) => visEdges.get(edge.number)) : [];
network.on("afterDrawing", (ctx) => {
  const size = { ratio: network.canvas.pixelRatio || window.devicePixelRatio || 1, width: container.clientWidth, height: container.clientHeight };
  const scale = network.getScale(), near = focusEdges();
  let only = null;
  const first = [];
  if (selected.node >= 0 || selected.edge >= 0) {
    only = new Set(near.flatMap((edge) => [edge.from, edge.to]));
    if (selected.node >= 0) only.add(selected.node);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = .82; ctx.fillStyle = colour.paper; ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    ctx.restore();
    near.forEach((edge) => drawEdge(ctx, edge, edge.number === selected.edge));
    only.forEach((number) => { const at = view.at.get(number); if (at) drawMark(ctx, nodes[number], at.x, at.y, radiusOf(nodes[number], scale), number === selected.node); });
    first.push(...(selected.node >= 0 ? [selected.node] : []), ...only);
  }
  if (hovered.edge >= 0) drawEdge(ctx, edges[hovered.edge], true);
  if (hovered.node >= 0 && view.at.has(hovered.node)) {
    const at = view.at.get(hovered.node);
    drawMark(ctx, nodes[hovered.node], at.x, at.y, radiusOf(nodes[hovered.node], scale), true);
    first.unshift(hovered.node);
    if (only) only.add(hovered.node);
  }
  drawLabels(ctx, first.filter((number) => view.at.has(number)), only, hovered.edge >= 0 ? [edges[hovered.edge], ...near] : near, size);
});

function reveal(numbers) {
  const missing = numbers.filter((number) => !view.shown.has(number));
  if (!missing.length) return;
  missing.forEach((number) => view.extra.add(number));
  sync(false);
}
/* Move only when the thing cannot be seen. */
function bringIntoSight(points) {
  const margin = 40;
  const out = points.some((at) => { const spot = network.canvasToDOM(at); return spot.x < margin || spot.y < margin || spot.x > container.clientWidth - margin || spot.y > container.clientHeight - margin; });
  if (!out && network.getScale() > .35) return;
  const middle = { x: points.reduce((sum, at) => sum + at.x, 0) / points.length, y: points.reduce((sum, at) => sum + at.y, 0) / points.length };
  network.moveTo({ position: middle, scale: Math.max(network.getScale(), .8), animation: quiet() ? false : { duration: 280, easingFunction: "easeInOutQuad" } });
}
function settle(focus) {
  network.redraw();
  if (focus) document.querySelector("#panel h2").focus({ preventScroll: true });
}
function selectNode(number, focus) {
  Object.assign(selected, { node: number, edge: -1 });
  reveal([number]);
  showNode(nodes[number]);
  bringIntoSight([view.at.get(number)]);
  settle(focus);
}
function selectEdge(number, focus) {
  const edge = edges[number];
  Object.assign(selected, { node: -1, edge: number });
  reveal([edge.from, edge.to]);
  showEdge(edge);
  bringIntoSight([view.at.get(edge.from), view.at.get(edge.to)]);
  settle(focus);
}
function clearSelection() {
  const before = selected.node >= 0 || selected.edge >= 0;
  Object.assign(selected, { node: -1, edge: -1 });
  network.unselectAll();
  showOverview();
  if (before) network.redraw();
}
function showNeighbours(node) {
  reveal([...new Set(node.edges.map((edge) => otherEnd(edge, node).number))]);
  showNode(node);
  network.redraw();
}

network.on("click", (click) => {
  if (click.nodes.length) selectNode(click.nodes[0]);
  else if (click.edges.length) selectEdge(click.edges[0]);
  else clearSelection();
});
for (const [name, kind, over] of [["hoverNode", "node", true], ["blurNode", "node", false], ["hoverEdge", "edge", true], ["blurEdge", "edge", false]]) {
  network.on(name, (happening) => { hovered[kind] = over ? happening[kind] : -1; container.style.cursor = over ? "pointer" : ""; });
}
network.on("dragEnd", (drag) => {
  const moved = network.getPositions(drag.nodes);
  for (const number of drag.nodes) { view.moved.set(number, moved[number]); view.at.set(number, moved[number]); visNodes.update({ id: number, ...moved[number] }); }
});
const zoom = (factor) => network.moveTo({ scale: Math.min(4, Math.max(.05, network.getScale() * factor)), animation: quiet() ? false : { duration: 150, easingFunction: "easeInOutQuad" } });
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
document.getElementById("zoom-fit").addEventListener("click", () => fit(true));
dark.addEventListener("change", () => { readColours(); showFilters(); sync(true); if (selected.node < 0 && selected.edge < 0) showOverview(); network.redraw(); });
document.getElementById("counts").textContent = [
  many(articles.length, "article"), many(nodes.filter(isEntity).length, "name"), many(nodes.filter(isEvent).length, "event"),
  many(nodes.filter(isClaim).length, "claim"), many(edges.filter((edge) => edge.kind === "relation").length, "relation"),
].join(" · ");
showFilters();
startSearch();
refresh(true);
document.documentElement.dataset.ready = "yes";
