/* Find by name, alias, label or words of a claim; accents and case do not matter. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const indexed = nodes.map((node) => [node.label, ...node.aliases, isClaim(node) ? node.content : "", isClaim(node) ? node.speaker : ""].map(plain));
function find(query) {
  const wanted = plain(query.trim());
  if (!wanted) return [];
  const scored = [];
  for (const node of nodes) {
    let best = 9, through = "";
    indexed[node.number].forEach((text, place) => {
      const at = text.indexOf(wanted);
      if (at < 0) return;
      const score = (text === wanted ? 0 : at === 0 ? 1 : text[at - 1] === " " ? 2 : 4) + (place > node.aliases.length ? 3 : 0);
      if (score < best) { best = score; through = place > 0 && place <= node.aliases.length ? node.aliases[place - 1] : ""; }
    });
    if (best < 9) scored.push({ node, score: best, through });
  }
  return scored.sort((a, b) => a.score - b.score || a.node.number - b.node.number).slice(0, 12);
}
function startSearch() {
  const input = document.getElementById("search"), hits = document.getElementById("hits");
  let found = [], current = 0;
  const close = () => { hits.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const pick = (place) => { if (found[place]) { close(); input.value = ""; selectNode(found[place].node.number, true); } };
  const mark = () => [...hits.children].forEach((line, place) => {
    line.setAttribute("aria-selected", String(place === current));
    if (place === current && found.length) { input.setAttribute("aria-activedescendant", line.id); line.scrollIntoView({ block: "nearest" }); }
  });
  const show = () => {
    found = find(input.value);
    current = 0;
    if (!input.value.trim()) { close(); return; }
    hits.replaceChildren(...(found.length ? found.map(({ node, through }, place) => {
      const line = el("li", { role: "option", id: `hit-${place}` }, sign(node.mark, lookOf(node)), el("span", {}, bidi(isClaim(node) ? `“${node.label}”` : node.label), el("span", { class: "sub" }, bidi(through ? `also ${through}` : subline(node) || MARK[node.mark].name.toLowerCase()))));
      line.addEventListener("mousedown", (happening) => { happening.preventDefault(); pick(place); });
      return line;
    }) : [el("li", { class: "none" }, "Nothing of that name here.")]));
    hits.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark();
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (key) => {
    if (key.key === "ArrowDown" || key.key === "ArrowUp") {
      key.preventDefault();
      if (found.length) current = (current + (key.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (key.key === "Enter") { key.preventDefault(); pick(current); }
    else if (key.key === "Escape") { key.stopPropagation(); if (hits.hidden) input.value = ""; close(); }
  });
  document.addEventListener("keydown", (key) => {
    if (key.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { key.preventDefault(); input.focus(); }
    if (key.key === "Escape") clearSelection();
  });
}
