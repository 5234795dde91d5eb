"""Reports and the transparency page in a real headless Chromium: light, dark, phone and print.

Looked at are fixtures, which have every kind of block, empty ones and hostile words, and what `repute` itself writes
for a small business. `SHOTS=FOLDER` keeps screenshots and the printed pages there.
"""

import os
import re
import subprocess
import unittest
from pathlib import Path

from browser import PROGRAM, Browser
from support import ROOT, Workplace, repute, reputed

FIXTURES = sorted((ROOT / "Tests/Fixtures/Reporting").glob("*.html"))
SHAPES = [
    ("phone320", 320, "light", ""), ("phone360", 360, "dark", ""), ("tablet", 768, "light", ""),
    ("light", 1100, "light", ""), ("dark", 1100, "dark", ""), ("print", 760, "dark", "print"),
]

# One object of findings; every list in it has to be empty.
EXAMINATION = r"""
(() => {
  const found = {overflow: [], contrast: [], graphics: [], links: [], headings: [], charts: [], names: [], code: [], targets: []};
  const all = [...document.querySelectorAll('*')];
  const label = e => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') || ''}"> ${(e.textContent || '').trim().slice(0, 50)}`;
  const isHidden = e => e.closest('.hidden, .patterns, .skip, title, desc, script, style, head')
    || !e.getClientRects().length || getComputedStyle(e).visibility === 'hidden';

  // No sideways scrolling of the page: what is wider scrolls in a region of its own.
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.overflow.push('page ' + document.documentElement.scrollWidth);
  for (const e of all) {
    if (isHidden(e) || e.closest('.scroll table')) continue;
    const box = e.getBoundingClientRect();
    if (box.width && (box.right > width + 0.6 || box.left < -0.6)) found.overflow.push(`${box.left}…${box.right} ${label(e)}`);
  }

  // Contrast by WCAG 2.2: 4.5 to 1 for text of any size, 3 to 1 for marks; on paper 8 points, else 11.5 pixels.
  const colour = text => {
    const parts = (text.match(/[\d.]+/g) || []).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  };
  const over = (front, back) => front.rgb.map((c, i) => c * front.alpha + back[i] * (1 - front.alpha));
  const ground = e => {
    const layers = [];
    for (let node = e; node; node = node.parentElement) {
      const layer = colour(getComputedStyle(node).backgroundColor);
      layers.push(layer);
      if (layer.alpha === 1) break;
    }
    return layers.reverse().reduce((back, layer) => over(layer, back), [255, 255, 255]);
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || isHidden(e)) continue;
    texts += 1;
    const style = getComputedStyle(e);
    const back = ground(e.closest('svg') ? e.closest('svg').parentElement : e);
    const ink = over(colour(e.closest('svg') ? style.fill : style.color), back);
    if (ratio(ink, back) < 4.5) found.contrast.push(`${ratio(ink, back).toFixed(2)} ${label(e)}`);
    if (parseFloat(style.fontSize) < (matchMedia('print').matches ? 10.6 : 11.5)) found.contrast.push(`${style.fontSize} ${label(e)}`);
  }
  const marks = [['.fill', 'fill'], ['.line', 'stroke'], ['.dot', 'fill'], ['.axis', 'stroke'], ['.point', 'stroke'],
    ['.band', 'fill'], ['.before', 'stroke']];
  let graphics = 0;
  for (const [selector, property] of marks) {
    for (const e of document.querySelectorAll('svg ' + selector)) {
      graphics += 1;
      let paint = getComputedStyle(e)[property];
      // A hatching keeps its tone on its ground, in the colours of the element that names it.
      const pattern = paint.match(/#(hatch-\w+)/);
      if (pattern) paint = getComputedStyle(document.querySelector(`#${pattern[1]} .ground`)).fill;
      let svg = e;
      while (svg.parentElement && svg.parentElement.closest('svg')) svg = svg.parentElement.closest('svg');
      const back = ground(svg.parentElement);
      const value = ratio(over(colour(paint), back), back);
      if (!(value >= 3)) found.graphics.push(`${value.toFixed(2)} ${paint} ${label(e)}`);
    }
  }

  // Links lead somewhere, and only to the web.
  const ids = all.filter(e => e.id).map(e => e.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.names.push('twice: ' + id);
  for (const a of document.querySelectorAll('a')) {
    const href = a.getAttribute('href') || '';
    if (href.startsWith('#')) {
      if (!document.getElementById(href.slice(1))) found.links.push('nowhere: ' + href);
    } else if (!/^https?:\/\/[^\s@]+$/.test(href)) {
      found.links.push('not of the web: ' + href);
    } else if (!['noopener', 'noreferrer', 'nofollow'].every(word => a.relList.contains(word))) {
      found.links.push('rel: ' + href);
    }
    if (!a.textContent.trim()) found.links.push('without words: ' + href);
  }

  // Headings in order, landmarks once, everything named.
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => +h.tagName[1]);
  if (levels[0] !== 1 || levels.filter(l => l === 1).length !== 1) found.headings.push('h1: ' + levels);
  levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.headings.push(`${levels[i - 1]} to ${level}`); });
  for (const name of ['header', 'main', 'footer'])
    if (document.querySelectorAll('body > ' + name).length !== 1) found.names.push(name);
  if (document.querySelectorAll('body > nav').length > 1) found.names.push('nav');
  if (document.documentElement.lang !== 'en' || !document.title) found.names.push('lang or title');
  for (const e of document.querySelectorAll('section, [role=region], table'))
    if (!(e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent || '').trim())
      found.names.push('no name: ' + label(e));
  for (const e of document.querySelectorAll('.scroll')) if (e.tabIndex !== 0) found.names.push('no tab stop: ' + label(e));
  for (const e of document.querySelectorAll('th')) if (!e.scope) found.names.push('no scope: ' + label(e));

  // Each chart is named, described, and has a table behind it.
  for (const svg of document.querySelectorAll('svg')) {
    const isPart = svg.parentElement.closest('svg');
    if (isPart || svg.getAttribute('aria-hidden') === 'true') continue;
    const words = (svg.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id)?.textContent || '');
    if (svg.getAttribute('role') !== 'img' || words.length !== 2 || !words.every(Boolean)) found.charts.push('no name: ' + label(svg));
    if (!svg.closest('figure')?.querySelector('details tbody tr')) found.charts.push('no table: ' + label(svg));
  }

  // Nothing that runs.
  if (document.querySelector('script, iframe, object, embed, form, img, base')) found.code.push('an element');
  for (const e of all) for (const a of e.attributes)
    if (/^on/i.test(a.name) || /javascript:/i.test(a.value) && a.name === 'href') found.code.push(`${a.name}=${a.value}`);

  // Fingers need 24 pixels (WCAG 2.2, 2.5.8).
  for (const e of document.querySelectorAll('nav a, summary')) {
    const box = e.getBoundingClientRect();
    if (box.height && box.height < 24) found.targets.push(`${box.height} ${label(e)}`);
  }
  return {found, texts, graphics};
})()
"""

# In print every table behind a chart is open, and the page is light.
PRINTED = """
(() => ({
  closed: [...document.querySelectorAll('details td')].filter(cell => !cell.checkVisibility()).length,
  page: getComputedStyle(document.body).backgroundColor,
  nav: document.querySelector('nav') ? getComputedStyle(document.querySelector('nav')).display : 'none',
}))()
"""

WORDS = [
    ("1", "Cold &amp; late", 1, "The waiter was rude and the food came late. Never again!", "2026-10-01T10:00:00Z"),
    ("2", "Lovely", 5, "Friendly staff, great value.", "2026-10-03T10:00:00Z"),
    ("3", "&lt;script&gt;alert(1)&lt;/script&gt;", 2, "\u202eHidden fees &lt;img src=x onerror=alert(1)&gt;", "2026-10-05T10:00:00Z"),
]
FEED = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:r='urn:x'><title>Map</title>%s</feed>"
ENTRY = (
    "<entry><id>%s</id><title>%s</title><updated>%s</updated><link href='https://reviews.example/%s'/>"
    "<content type='text'>%s</content></entry>"
)


@unittest.skipUnless(PROGRAM, "no Chromium is installed")
class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def examine(self, path):
        """Looks at a file in every shape; fails with everything that is wrong."""
        for name, width, scheme, media in SHAPES:
            with self.subTest(file=Path(path).name, shape=name):
                page = self.browser.page(path, width, scheme=scheme, media=media)
                try:
                    result = page.run(EXAMINATION)
                    self.assertGreater(result["texts"], 10)
                    self.assertEqual({k: v for k, v in result["found"].items() if v}, {})
                    if media == "print":
                        self.assertEqual(
                            page.run(PRINTED), {"closed": 0, "page": "rgb(255, 255, 255)", "nav": "none"})
                    asked, wrong = page.seen()
                    self.assertEqual([url for url in asked if not url.startswith(("file:", "data:"))], [])
                    self.assertEqual(wrong, [])
                    self.keep(page, path, name)
                finally:
                    page.close()

    def keep(self, page, path, name):
        if folder := os.environ.get("SHOTS"):
            page.screenshot(f"{folder}/{Path(path).stem}-{name}.png")
            if name == "print":
                page.pdf(f"{folder}/{Path(path).stem}.pdf")

    def test_fixtures_are_there(self):
        self.assertGreaterEqual(len(FIXTURES), 4)

    def test_every_fixture_in_every_shape(self):
        for path in FIXTURES:
            self.examine(path)

    def test_a_wide_table_scrolls_in_its_own_region(self):
        page = self.browser.page(ROOT / "Tests/Fixtures/Reporting/lively.html", 320)
        self.addCleanup(page.close)
        self.assertTrue(page.run(
            "(() => { const e = [...document.querySelectorAll('.scroll')].find(e => e.scrollWidth > e.clientWidth + 20);"
            " e.scrollLeft = 1000; return e.scrollLeft > 10 && document.documentElement.scrollLeft === 0 })()"))

    def test_a_table_opens_without_a_script(self):
        page = self.browser.page(ROOT / "Tests/Fixtures/Reporting/lively.html", 360)
        self.addCleanup(page.close)
        self.assertTrue(page.run(
            "(() => { const d = document.querySelector('details.behind'); const was = d.querySelector('td').checkVisibility();"
            " d.querySelector('summary').click(); return !was && d.querySelector('td').checkVisibility() })()"))

    def test_the_first_tab_leads_past_the_navigation(self):
        page = self.browser.page(ROOT / "Tests/Fixtures/Reporting/lively.html", 800)
        self.addCleanup(page.close)
        page.run("document.body.focus()")
        for kind in ("keyDown", "keyUp"):
            page.send("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        self.assertEqual(
            page.run("(() => { const e = document.activeElement; const b = e.getBoundingClientRect();"
                     " return [e.className, e.hash, b.left >= 0 && b.top >= 0] })()"), ["skip", "#main", True])

    def test_paper_is_a4_and_holds_the_tables(self):
        page = self.browser.page(ROOT / "Tests/Fixtures/Reporting/lively.html", 1100, scheme="dark")
        self.addCleanup(page.close)
        place = Workplace()
        self.addCleanup(place.remove)
        page.pdf(place.path / "report.pdf")
        data = (place.path / "report.pdf").read_bytes()
        boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", data)}
        self.assertEqual(boxes, {(0, 0, 595, 842)})
        # With every table open there are several pages; closed it would be fewer than five.
        self.assertGreaterEqual(len(re.findall(rb"/Type ?/Page\b", data)), 7)

    def test_hostile_words_are_only_words(self):
        page = self.browser.page(ROOT / "Tests/Fixtures/Reporting/hostile.html", 800)
        self.addCleanup(page.close)
        self.assertEqual(page.run("[...document.querySelectorAll('.quote a')].map(a => a.href)"),
                         ["https://reviews.example/fine?a=1&b=2"])
        self.assertIn("<script>alert(1)</script>", page.run("document.querySelector('h1').textContent"))
        self.assertFalse(page.run(r"/[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u001B\u0085]/.test(document.documentElement.outerHTML)"))

    def business(self):
        place = Workplace()
        self.addCleanup(place.remove)
        entries = "".join(ENTRY % (i, t, d, i, x) for i, t, _, x, d in WORDS)
        place.write("feed.xml", FEED % entries)
        place.write("words.tsv", "shrinkflation\t-2.5\nsick\t-\npastel\t1.5\tes\n")
        config = place.write(
            "repute.yaml",
            f"""
business: {{name: "Café <Süd>", time_zone: Europe/Berlin, contact: owner@example.org}}
storage: {{path: repute.db}}
polling: {{allow_files: [{place.path}]}}
brands: [{{id: shop, name: Café Süd}}, {{id: quay, name: Quay Bakery, competitor: true}}]
sources:
  - {{id: s, title: Stadtplan, url: 'file://{place.path}/feed.xml', kind: review, brand: shop}}
  - {{id: web, title: Forum, url: 'https://forum.example.org/f.rss?token=verysecret12345', kind: mention, enabled: true}}
channels: [{{id: owner-mail, type: sendmail, from: r@example.org, to: [boss@example.org], command: [/bin/true]}}]
lexicons: [words.tsv]
""",
        )
        # The forum can't be reached from here; the plan can.
        subprocess.run([reputed(), "--config", config, "--once"], capture_output=True, text=True)
        return place, config

    def run_repute(self, place, config, *words):
        run = subprocess.run([repute(), *words, "--config", config], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def test_what_repute_reports(self):
        place, config = self.business()
        for view in ("summary", "trend", "trust", "response", "sources", "competitors"):
            html = self.run_repute(
                place, config, "report", view, "--since", "2026-09-01", "--until", "2026-10-31", "--format", "html")
            self.examine(place.write(f"report-{view}.html", html))

    def test_the_transparency_page(self):
        place, config = self.business()
        html = self.run_repute(place, config, "transparency", "--format", "html")
        for secret in ("verysecret12345", "boss@example.org", str(place.path)):
            self.assertNotIn(secret, html)
        for word in ("shrinkflation", "owner@example.org", "Stadtplan", "Quay Bakery"):
            self.assertIn(word, html)
        self.examine(place.write("transparency.html", html))
        self.assertIn("boss@example.org", self.run_repute(place, config, "transparency", "--recipients"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
