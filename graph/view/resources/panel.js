/* The panel: main people and events to start with, or all that is known of a node or an edge.
   Text from articles only ever becomes text nodes. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const bidi = (text, attributes) => el("bdi", attributes || {}, text);
const many = (count, one, more) => `${count.toLocaleString("en")} ${count === 1 ? one : more || one + "s"}`;
const FACTUALITY = {
  actual: "happened", planned: "planned", possible: "possible", conditional: "on a condition", demanded: "demanded", promised: "promised",
  denied: "denied", negated: "did not happen", hypothetical: "hypothetical",
};
const SAYS = { asserts: "says", denies: "denies", demands: "demands", accuses: "accuses", refuses: "refuses", doubts: "doubts", promises: "promises", warns: "warns" };
const RELATION = { current: "", former: "formerly", alleged: "allegedly" };
const speakerOf = (claim) => claim.speaker || "source not named";
const statusClass = (look) => (look === "solid" ? "chip" : `chip ${look}`);

function subline(node) {
  if (isClaim(node)) return `${speakerOf(node)} ${SAYS[node.status] || node.status}`;
  if (isEvent(node)) return [node.type, node.status === "actual" ? "" : FACTUALITY[node.status], node.when].filter(Boolean).join(" · ");
  return [node.facts.map((fact) => [RELATION[fact[1]], fact[0]].filter(Boolean).join(" ")).join(", "), topRelation(node)].filter(Boolean).join(" · ");
}
function topRelation(node) {
  const edge = node.edges.find((one) => one.kind === "relation" && one.from === node.number && one.status === "current") || node.edges.find((one) => one.kind === "relation" && one.from === node.number);
  return edge ? relationText(edge) : "";
}
function relationText(edge) {
  const joint = edge.type === "holdsPosition" && edge.label !== edge.wording ? `${edge.label} ·` : edge.label;
  return [RELATION[edge.status], joint, nodes[edge.to].label].filter(Boolean).join(" ");
}
function row(node, sub, action, number) {
  return el("li", {}, el("button", { type: "button", onclick: action || (() => selectNode(node.number, true)) },
    sign(node.mark, lookOf(node)),
    el("span", { class: "what" }, bidi(isClaim(node) ? `“${node.label}”` : node.label), sub ? el("span", { class: "sub" }, bidi(sub)) : null),
    number ? el("span", { class: "number", title: many(number, "passage") }, String(number)) : null));
}
/* A list that shows its first few rows and the rest on demand. */
function list(title, rows, most) {
  if (!rows.length) return null;
  const lines = el("ul", { class: "list" }, rows.slice(0, most).map((make) => make()));
  const part = el("section", {}, el("h3", {}, title), lines);
  if (rows.length > most) {
    const button = el("button", { type: "button", class: "text-button", onclick: () => { button.remove(); lines.append(...rows.slice(most).map((make) => make())); } }, `Show all ${rows.length.toLocaleString("en")}`);
    part.append(button);
  }
  return part;
}
const heading = (...parts) => el("h2", { tabindex: "-1" }, ...parts);
function fill(...parts) {
  const panel = document.getElementById("panel");
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = 0;
}
const back = () => el("button", { type: "button", class: "text-button", onclick: () => clearSelection() }, "← Overview");

function showOverview() {
  const kept = nodes.filter(passes);
  const lists = [
    ["People and organizations", kept.filter((node) => isEntity(node) && !["Place", "Facility"].includes(MARK[node.mark].name)), 7],
    ["Events", kept.filter(isEvent), 8],
    ["Claims", kept.filter(isClaim), 5],
    ["Places", kept.filter((node) => ["Place", "Facility"].includes(MARK[node.mark].name)), 5],
  ];
  fill(heading("Where to start"),
    el("p", { class: "lead" }, "Choose a name, an event or a line of the network to read the words behind it."),
    ...lists.map(([title, found, most]) => list(title, found.map((node) => () => row(node, subline(node), null, node.proofCount)), most)),
    kept.length ? null : el("p", { class: "lead" }, "Nothing passes these filters."));
}

function proofCard(proof, speech) {
  const letters = Array.from(proof.sentence);
  const cut = (from, to) => letters.slice(from, to).join("");
  const article = articles[proof.article] || { title: "", publisher: "", date: "", url: "" };
  const title = article.url ? el("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, bidi(article.title)) : bidi(article.title);
  const source = [article.publisher, article.date].filter(Boolean).join(", ");
  const claim = nodes[proof.claim];
  const how = [proof.method, proof.confidence === null ? "" : `confidence ${proof.confidence.toFixed(2)}`].filter(Boolean).join(" · ");
  return el("figure", { class: "proof" },
    el("blockquote", { dir: "auto" }, cut(0, proof.begin), proof.end > proof.begin ? el("mark", {}, cut(proof.begin, proof.end)) : null, cut(proof.end)),
    el("footer", {},
      speech && proof.stance ? el("p", { class: "who" }, "Said by ", bidi(proof.by || "a source that is not named"), ` (${proof.stance})`, claim ? " " : null,
        claim ? el("button", { type: "button", class: "text-button", onclick: () => selectNode(claim.number, true) }, "see the claim") : null) : null,
      el("p", {}, title, source ? " · " : null, source ? bidi(source) : null),
      how ? el("p", { class: "how" }, how) : null));
}
function proofList(numbers, count, speech = true) {
  if (!numbers.length) return el("section", {}, el("h3", {}, "Words"), el("p", { class: "lead" }, "The data holds no sentence for this."));
  const kept = numbers.filter((number) => filter.article < 0 || proofs[number].article === filter.article);
  const shown = kept.length ? kept : numbers;
  const part = el("section", { class: "proofs" }, el("h3", {}, shown.length === 1 ? "The words" : `The words (${shown.length})`), shown.slice(0, 4).map((number) => proofCard(proofs[number], speech)));
  if (shown.length > 4) {
    const button = el("button", { type: "button", class: "text-button", onclick: () => button.replaceWith(...shown.slice(4).map((number) => proofCard(proofs[number], speech))) }, `Show ${shown.length - 4} more`);
    part.append(button);
  }
  if (count > numbers.length) part.append(el("p", { class: "lead" }, `The surest ${numbers.length} of ${many(count, "passage")}; the data holds them all.`));
  return part;
}
function known(pairs) {
  const kept = pairs.filter(([, value]) => value);
  return kept.length ? el("dl", { class: "known" }, kept.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value.nodeType ? value : bidi(value))])) : null;
}

function showNode(node) {
  const looked = lookOf(node);
  const chips = el("div", { class: "chips" }, el("span", { class: "chip" }, sign(node.mark, looked, 12), isEvent(node) ? node.type || "event" : isClaim(node) ? "claim" : MARK[node.mark].name.replace("Norp", "nationality, party or faith").toLowerCase()),
    isEvent(node) ? el("span", { class: statusClass(looked) }, FACTUALITY[node.status] || node.status) : null,
    isClaim(node) ? el("span", { class: "chip" }, node.status) : null,
    isEntity(node) && node.status !== "name" ? el("span", { class: "chip" }, node.status) : null);
  const hidden = node.edges.map((edge) => otherEnd(edge, node).number).filter((number) => !view.shown.has(number));
  const expand = hidden.length ? el("button", { type: "button", class: "text-button", onclick: () => showNeighbours(node) }, `Show ${many(new Set(hidden).size, "hidden connection")} in the network`) : null;
  const title = isClaim(node) ? el("h2", { tabindex: "-1", class: "quote" }, bidi(node.speech === "direct" && !/^["“‘«']/.test(node.content) ? `“${node.content || node.label}”` : node.content || node.label)) : heading(bidi(node.label));
  fill(el("div", { class: "top" }, back()), chips, title,
    node.aliases.length ? el("p", { class: "lead" }, "also ", node.aliases.map((alias, place) => [place ? ", " : null, bidi(alias)])) : null,
    isClaim(node) ? claimFacts(node) : known([
      ["when", node.when],
      ["numbers", node.quantities.map((one) => one[0]).join("; ")],
      ["office", node.facts.map((fact) => [RELATION[fact[1]], fact[0]].filter(Boolean).join(" ")).join("; ")],
      ["position", node.at ? `${node.at[0].toFixed(2)}, ${node.at[1].toFixed(2)}${node.country ? `, ${node.country}` : ""}` : ""],
    ]),
    ...connections(node), expand ? el("section", {}, expand) : null,
    ...node.facts.map((fact) => fact[2].length ? el("section", {}, el("h3", {}, fact[0]), fact[2].map((number) => proofCard(proofs[number], true))) : null),
    ...node.quantities.map((one) => one[1].length ? el("section", {}, el("h3", {}, one[0]), one[1].map((number) => proofCard(proofs[number], true))) : null),
    proofList(node.proofs, node.proofCount, !isClaim(node)));
}
function claimFacts(node) {
  const speaker = node.edges.find((edge) => edge.type === "speaker" && edge.to === node.number);
  const who = speaker ? el("button", { type: "button", class: "text-button", onclick: () => selectNode(speaker.from, true) }, bidi(nodes[speaker.from].label)) : node.speaker || "a source that is not named";
  return known([["said by", who], ["in the words", node.cue], ["speech", node.speech], ["when", node.when]]);
}
/* A link of events, read from its other end. */
const LINKED = { causedBy: "led to", hasPurpose: "is what it is for", dependsOn: "depends on it", subEventOf: "happened in it", after: "came after it", during: "happened during it" };
function connections(node) {
  const found = (title, wanted, sub, most = 8) => list(title, node.edges.filter(wanted).map((edge) => () => row(otherEnd(edge, node), sub(edge), () => selectEdge(edge.number, true))), most);
  const own = (edge) => edge.from === node.number;
  return [
    found("Relations", (edge) => edge.kind === "relation", (edge) => own(edge) ? [RELATION[edge.status], edge.label].filter(Boolean).join(" ") : `${[RELATION[edge.status], edge.label].filter(Boolean).join(" ")} ${node.label}`),
    found("Who and where", (edge) => (edge.kind === "role" || edge.kind === "place") && own(edge), (edge) => edge.kind === "place" ? "place" : edge.type),
    found("Events", (edge) => (edge.kind === "role" || edge.kind === "place") && !own(edge), (edge) => [edge.kind === "place" ? "took place here" : edge.type, subline(nodes[edge.from])].filter(Boolean).join(" · ")),
    found("Hangs together with", (edge) => edge.kind === "link", (edge) => own(edge) ? edge.label : LINKED[edge.type]),
    found("Says", (edge) => edge.type === "speaker" && own(edge), (edge) => SAYS[edge.status] || edge.status),
    found("About", (edge) => edge.kind === "speech" && edge.type !== "speaker" && own(edge), (edge) => edge.label),
    found("What is said about it", (edge) => edge.kind === "speech" && edge.type !== "speaker" && !own(edge), (edge) => `${speakerOf(nodes[edge.from])} ${SAYS[edge.status] || edge.status}`),
  ];
}

/* An edge as a sentence. */
function sentenceOf(edge) {
  const from = nodes[edge.from], to = nodes[edge.to], name = (node) => bidi(isClaim(node) ? `“${node.label}”` : node.label);
  if (edge.kind === "role") return [name(to), ` is the ${edge.label} of `, name(from)];
  if (edge.kind === "place") return [name(from), ` ${edge.label} `, name(to)];
  if (edge.type === "speaker") return [name(from), ` ${SAYS[edge.status] || edge.status}: `, name(to)];
  if (edge.type === "holdsPosition" && edge.label !== edge.wording) return [name(from), `: ${edge.label}, `, name(to)];
  return [name(from), isClaim(from) ? `, ${edge.label} ` : ` ${edge.label} `, name(to)];
}
function showEdge(edge) {
  const ends = edge.wired.arrows === "from" ? [nodes[edge.to], nodes[edge.from]] : [nodes[edge.from], nodes[edge.to]];
  const state = ["role", "place", "link"].includes(edge.kind) ? FACTUALITY[edge.status] : edge.status;
  const look = edge.status === "actual" || edge.status === "current" || edge.kind === "speech" ? "solid" : REJECTED.has(edge.status) ? "no" : "open";
  const what = { speech: "who says what", role: "role in an event", place: "place of an event", link: "one event to another", relation: "relation" }[edge.kind];
  fill(el("div", { class: "top" }, back()),
    el("div", { class: "chips" }, el("span", { class: "chip" }, lineSign(edge.kind, (edge.wired.dashes || []).join(" ")), what), el("span", { class: statusClass(look) }, state || edge.status)),
    heading(...sentenceOf(edge)),
    proofList(edge.proofs, edge.proofs.length, true),
    el("section", {}, el("h3", {}, "Joins"), el("ul", { class: "list" }, ends.map((node) => row(node, subline(node))))));
}
