//! The look of the note's pages, for a window of any width and for paper.

use crate::page::Colour;

/// The style sheet. Colours are those of the pages.
pub(super) fn sheet() -> String {
    let [ink, accent, soft, hair] =
        [Colour::INK, Colour::ACCENT, Colour::SOFT, Colour::HAIR].map(Colour::hex);
    format!(":root{{--ink:{ink};--accent:{accent};--soft:{soft};--hair:{hair}}}{SHEET}")
}

const SHEET: &str = "
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:46rem;color:var(--ink);background:#fff;\
font:1.0625rem/1.5 'Source Serif 4',Cambria,Georgia,serif}
h1,h2,h3,h4,dt,dd,th,td,.kind,.marking,.running,.caption,.note,.attribution,.box-head,.question,.standing,.draft,\
.soft,.citation{font-family:'Source Sans 3',Calibri,Arial,sans-serif}
h1{font-size:2rem;line-height:1.2;margin:.1em 0 .6em}
h2{font-size:1.25rem;color:var(--accent);margin:2.2em 0 .5em}
h3{font-size:1.06rem;margin:1.4em 0 .3em}
h4{font-size:1rem;margin:1.2em 0 .3em}
p{margin:0 0 .7em}
a{color:var(--accent)}a.citation,a[role=doc-noteref],a.link[href^='#']{text-decoration:none}
a:hover{text-decoration:underline}a:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.marking{font-weight:700;text-align:center;letter-spacing:.06em;margin:0 0 1.4em}
.marking.right{text-align:right;letter-spacing:0}.marking span{padding:.15em .5em}
footer .marking{margin:3em 0 0}
.draft{float:inline-end;border:1px solid var(--hair);padding:0 .6em;font-weight:700;color:var(--soft)}
.kind{color:var(--accent);font-weight:600;margin:0}
.running,.soft,.attribution{color:var(--soft)}.running{font-size:.85rem}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.7em 1em;margin:0 0 1em;\
padding:.7em 0;border-block-start:1.5px solid var(--ink);border-block-end:1px solid var(--hair);font-size:.88rem;\
line-height:1.3}
dt{color:var(--accent);font-weight:600;font-size:.82rem}dd{margin:0;white-space:pre-line}
.numbered{position:relative;padding-inline-start:2.2em}
.numbered .number{position:absolute;inset-inline-start:0;color:var(--soft)}
@counter-style bracketed{system:extends lower-alpha;prefix:'(';suffix:') '}
ol[type=a]{margin:0 0 .7em;padding-inline-start:4em;list-style:bracketed}ul{margin:0 0 .7em;padding-inline-start:2.2em;list-style:'–  '}
main>p:not([class]),main>blockquote,main>.attribution,main>.standing,main>h3{padding-inline-start:2.2rem}
main>ul{padding-inline-start:3.4em}
li::marker{color:var(--soft)}
blockquote{margin:0 1.5em .3em}
.attribution{font-size:.88rem;margin-inline-start:1.5em}
.standing{font-weight:600;margin:1em 0 .2em}
.statement{font-size:1.2rem;line-height:1.4}
.bar{border-inline-start:5px solid var(--accent);padding:.2em 1em;margin:1.4em 0}
.bottom-line h2{font-size:1rem;margin:0 0 .4em}
.box{border:1px solid var(--ink);padding:.6em 1em;margin:1.2em 0}
.lines{border-inline-start:5px solid var(--accent)}.press{border-block:3px solid var(--ink)}
.box-head{white-space:pre-wrap;margin:0 0 .5em;display:flex;justify-content:space-between;gap:1em}
.box-head .soft{font-size:.82rem;white-space:normal}
.bar .box-head{color:var(--accent);margin:0}
.question{font-weight:600;margin:.6em 0 .1em}
.caption{margin:1.4em 0 .4em;font-size:.94rem}.note{font-size:.88rem;line-height:1.4}
.note,.running{overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:0 0 1em}
table{border-collapse:collapse;width:100%;border-block:1.5px solid var(--ink);font-size:.9rem;line-height:1.35}
th,td{text-align:start;vertical-align:top;padding:.4em .8em .4em 0;font-weight:400}
[dir=rtl] th,[dir=rtl] td{padding:.4em 0 .4em .8em}
thead th{vertical-align:bottom;border-block-end:1px solid var(--ink)}
tbody tr+tr>*{border-block-start:.5px solid var(--hair)}
tbody tr.nested>*{border-block-start:0}tr.nested>th{padding-inline-start:1em}
.citation{color:var(--accent);font-weight:600;font-size:.82em;white-space:nowrap}
.citation .citation,a.citation{font-size:.82em}
figure{margin:1.2em 0}img{max-width:100%;height:auto}
hr.page{border:0;margin:2em 0;border-block-start:1px dashed var(--hair)}
.footnotes{font-size:.9rem;border-block-start:1px solid var(--hair);margin-block-start:3em}
@media print{body{max-width:none;padding:0;font-size:11.5pt}a{color:inherit;text-decoration:none}\
.box,.bar,tr,figure{break-inside:avoid}h1,h2,h3,h4,.caption,.box-head,.question{break-after:avoid}\
thead{display:table-header-group}hr.page{border:0;margin:0;break-after:page}.scroll{overflow:visible}\
@page{margin:2cm}}
";
