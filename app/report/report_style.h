#pragma once

namespace jaedan::report {

/// The report's style sheet: no font, picture or script from elsewhere; light or dark as the reader's system is.
inline constexpr const char* kReportStyle = R"css(
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1d20; --soft: #62656c; --edge: #d9dbe0; --fill: #f3f4f6;
  --accent: #0072b2; --warn: #b04a00; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --ink: #e7e8ea; --soft: #a1a4ab; --edge: #3a3c42;
  --fill: #222429; --accent: #6cb2f0; --warn: #f0a060; } }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Noto Sans CJK KR", "Noto Sans KR", sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; overflow-wrap: anywhere; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
p { margin: .4rem 0; max-width: 48rem; } .soft { color: var(--soft); } .warn { color: var(--warn); }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.tile { background: var(--fill); border-radius: .5rem; padding: .6rem .9rem; min-width: 7rem; }
.tile b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--edge); text-align: right; white-space: nowrap; }
th { color: var(--soft); font-weight: 500; } th:first-child, td:first-child { text-align: left; }
dl { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: .35rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
code { font-size: .82rem; white-space: pre-wrap; }
.plots { display: flex; flex-wrap: wrap; gap: 1rem; } svg { width: 21rem; max-width: 100%; height: auto; }
svg text { font-size: 12px; fill: var(--ink); } .axis { stroke: var(--soft); } .grid { stroke: var(--edge); }
.bar { fill: var(--accent); opacity: .55; } .ideal { stroke: var(--warn); stroke-dasharray: 5 4; }
.line { fill: none; stroke: var(--accent); stroke-width: 2; } .dot { fill: var(--accent); }
.photo { margin: 1.2rem 0; } .photo h3 { font-size: 1rem; margin: 0 0 .35rem; overflow-wrap: anywhere; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; } figure { margin: 0; } figure img { display: block; max-width: 100%; }
figcaption { color: var(--soft); font-size: .82rem; }
.key span { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .9em; border-radius: .2em; }
)css";

}  // namespace jaedan::report
