"""What a build did, for people: tables on standard output, complaints on standard error."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from graph.console import page, plain, say
from graph.report import BuildReport, Main, Omission

KINDS = ("articles", "entities", "events", "claims", "facts")
_SHOWN_SORTS = 4
_SHOWN_OMISSIONS = 20


def exit_code(omissions: Sequence[Omission], *, useful: bool, strict: bool) -> int:
    """Tell how a run went: 1 if nothing came of it, if newsgraph failed, or if strictly all was wanted."""
    failed = any(one.kind == "failed" for one in omissions)
    return int(not useful or failed or (strict and bool(omissions)))


def show_report(report: BuildReport) -> None:
    """Print what was left out, what was found, how long it took and which file to open."""
    show_omissions(report.omissions, most=_SHOWN_OMISSIONS if report.files else None)
    for warning in report.warnings:
        say(f"warning: {warning}", style="yellow")
    if not report.files:
        say("newsgraph: nothing was built: there is no article to read", style="red")
        return
    console = page()
    console.print(_counts(report))
    if report.entities:
        console.print(
            _ranking("Main entities", "kind", report.entities, [one.kind for one in report.entities])
        )
    if report.events:
        status = [f"{one.kind}, {one.status}" for one in report.events]
        console.print(_ranking("Main events", "type and status", report.events, status))
    times = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in report.seconds.items())
    console.print(Text(f"Time: {times}", style="dim"))
    for name in report.files:
        console.print(Text(f"Wrote {plain(name)}"), soft_wrap=True)


def show_omissions(omissions: Sequence[Omission], *, most: int | None = None) -> None:
    """Say in a line each what was left out and why.

    Args:
        omissions: What was left out.
        most: How many to name; `None` names all, for when no report.json does.
    """
    for one in omissions[:most]:
        say(f"{one.path}: {one.reason}", style="yellow" if one.kind == "skipped" else "red")
    if most is not None and len(omissions) > most:
        say(f"and {len(omissions) - most} more; report.json names them all", style="yellow")


def _counts(report: BuildReport) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title="The graph", title_justify="left")
    table.add_column("what")
    table.add_column("number", justify="right")
    table.add_column("of these", overflow="fold")
    for kind in KINDS:
        sorts = [(number, name) for name, number in report.counts.items() if name.startswith(f"{kind}.")]
        sorts.sort(key=lambda pair: (-pair[0], pair[1]))
        shown = [f"{number} {name.split('.')[1]}" for number, name in sorts[:_SHOWN_SORTS]]
        if len(sorts) > _SHOWN_SORTS:
            shown.append("…")
        table.add_row(kind, str(report.counts.get(kind, 0)), ", ".join(shown))
    return table


def _ranking(title: str, what: str, things: Sequence[Main], notes: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, title=title, title_justify="left")
    table.add_column("name", overflow="fold")
    table.add_column(what)
    table.add_column("mentions", justify="right")
    for thing, note in zip(things, notes, strict=True):
        table.add_row(Text(plain(thing.name)), note, str(thing.mentions))
    return table
