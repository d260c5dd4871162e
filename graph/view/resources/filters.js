/* The legend, which is also the filter. */
function checkRow(set, value, picture, name, count) {
  const box = el("input", { type: "checkbox", "data-value": value });
  box.checked = set.has(value);
  box.addEventListener("change", () => { if (box.checked) set.add(value); else set.delete(value); refresh(); });
  return el("label", { class: "row" }, box, picture, el("span", { class: "name", title: name }, name), el("span", { class: "number" }, count.toLocaleString("en")));
}
function group(title, id, rows) {
  return rows.length ? el("fieldset", { id }, el("legend", {}, title), rows) : null;
}
const tally = (things, key) => things.reduce((counts, thing) => counts.set(key(thing), (counts.get(key(thing)) || 0) + 1), new Map());
function slider() {
  if (data.levels.length < 2) return null;
  const input = el("input", { type: "range", id: "level", min: 0, max: data.levels.length - 1, step: 1, "aria-label": "How much to show" });
  input.value = view.level;
  input.addEventListener("input", () => { view.level = Number(input.value); view.extra.clear(); view.moved.clear(); refresh(true); });
  return el("fieldset", { id: "how-much" }, el("legend", {}, "How much"), el("div", { class: "shown" }, el("span", { id: "shown" })), input);
}
function articleChoice() {
  if (articles.length < 2) return null;
  const select = el("select", { id: "article", "aria-label": "Article" }, el("option", { value: "-1" }, `All ${articles.length.toLocaleString("en")} articles`),
    articles.map((article, number) => el("option", { value: String(number) }, [article.title, article.publisher, article.date].filter(Boolean).join(" · "))));
  select.value = String(filter.article);
  select.addEventListener("change", () => { filter.article = Number(select.value); refresh(true); });
  return el("fieldset", {}, el("legend", {}, "Article"), select);
}
function showFilters() {
  const marks = tally(nodes, (node) => node.mark), events = tally(nodes.filter(isEvent), (node) => node.status);
  const claims = tally(nodes.filter(isClaim), (node) => node.status), facts = tally(edges.filter((edge) => edge.kind === "relation"), (edge) => edge.status);
  const lookAt = (status) => (status === "actual" ? "solid" : REJECTED.has(status) ? "no" : "open");
  const kinds = new Set(edges.map((edge) => edge.kind));
  const lines = [["role", "has a role in"], ["place", "took place in"], ["link", "because of, part of, after"], ["speech", "says, about"]].filter(([kind]) => kinds.has(kind));
  document.getElementById("filters").replaceChildren(...[
    slider(),
    articleChoice(),
    group("Kinds", "kinds", MARK.map((mark, number) => marks.has(number) ? checkRow(filter.marks, number, sign(number), mark.label, marks.get(number)) : null).filter(Boolean)),
    group("Events", "factualities", data.factualities.filter((status) => events.has(status)).map((status) => checkRow(filter.factualities, status, sign(EVENT, lookAt(status)), FACTUALITY[status], events.get(status)))),
    group("Claims", "stances", data.stances.filter((stance) => claims.has(stance)).map((stance) => checkRow(filter.stances, stance, sign(CLAIM), stance, claims.get(stance)))),
    group("Relations", "statuses", data.statuses.filter((status) => facts.has(status)).map((status) => checkRow(filter.statuses, status, lineSign("relation", { former: "7 5", alleged: "2 5" }[status]), status, facts.get(status)))),
    lines.length ? el("fieldset", { id: "lines" }, el("legend", {}, "Other lines"), lines.map(([kind, name]) => el("p", { class: "line" }, lineSign(kind), name)), el("p", { class: "line" }, lineSign("role", "7 5"), "planned, demanded, …"), el("p", { class: "line" }, lineSign("role", "2 5"), "denied, did not happen")) : null,
    el("button", { type: "button", class: "text-button", id: "reset", onclick: resetFilters }, "Reset everything"),
  ].filter(Boolean));
}
function resetFilters() {
  Object.assign(filter, { marks: new Set(MARK.keys()), factualities: new Set(data.factualities), stances: new Set(data.stances), statuses: new Set(data.statuses), article: -1 });
  view.level = data.first;
  view.extra.clear();
  view.moved.clear();
  showFilters();
  clearSelection();
  refresh(true);
}
