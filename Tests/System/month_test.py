"""An owner's month, played with the command line alone; the report is compared with figures computed here by hand."""

import csv
import datetime
import io
import json
import math
import subprocess
import unittest

from support import Workplace, repute, reputed

GOOD = "The staff was friendly and the bread was delicious"
BAD = "The waiter was rude and the delivery came late"
PLAIN = "I was there on a Tuesday"
TEXTS = {1: BAD, 2: BAD, 3: PLAIN, 4: GOOD, 5: GOOD}

# Stars of the month and of the month before; the place is the number of days before today.
MONTH = [5, 1, 4, 2, 5, 5, 1, 3, 4, 5, 1, 5, 4, 2, 5, 5, 4, 1, 5, 3, 5, 2, 5, 4]
BEFORE = [5, 4, 5, 5, 1, 4, 5, 3, 5, 5, 4, 5, 2, 5, 4, 5]
RIVAL = [4, 5, 3, 5, 2, 5]
PROMOTER = [10, 9, 9, 8, 7, 6, 10, 9, 3, 0, 10, 9]
SATISFACTION = [5, 4, 4, 3, 5, 1, 5, 4, 2, 5, 5]


def wilson(hits, count):
    z = 1.959963984540054
    share = hits / count
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return centre - reach, centre + reach


class MonthTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = Workplace()
        cls.addClassCleanup(cls.place.remove)
        cls.config = cls.place.write(
            "repute.yaml",
            """
business: {name: Mill Street Bakery, time_zone: UTC, contact: mill@example.org}
storage: {path: state/repute.db}
brands:
  - {id: mill, name: Mill Street Bakery}
  - {id: rival, name: Corner Loaf, competitor: true}
sources:
  - {id: site, title: our site, kind: review, brand: mill, imported: true}
  - {id: loaf, title: their site, kind: review, brand: rival, imported: true}
  - {id: promoters, kind: survey, brand: mill, imported: true}
  - {id: pleased, kind: survey, brand: mill, imported: true}
""",
        )
        subprocess.run([reputed(), "--config", cls.config, "--once"], check=True, capture_output=True)
        noon = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=5, second=0, microsecond=0)
        cls.noon = noon
        cls.load("site", [(day, stars) for day, stars in enumerate(MONTH)] + [(day + 30, stars) for day, stars in enumerate(BEFORE)])
        cls.load("loaf", list(enumerate(RIVAL)))
        cls.load("promoters", list(enumerate(PROMOTER)), "--kind", "survey", "--scale", "0-10")
        cls.load("pleased", list(enumerate(SATISFACTION)), "--kind", "survey", "--scale", "1-5")

    @classmethod
    def load(cls, source, rows, *options):
        scale_tops = 10 if "0-10" in options else 5
        file = io.StringIO()
        out = csv.writer(file)
        out.writerow(["id", "date", "author", "rating", "text"])
        for number, (day, value) in enumerate(rows):
            at = (cls.noon - datetime.timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
            text = TEXTS[value] if scale_tops == 5 else PLAIN
            out.writerow([f"{source}-{number}", at, f"=Guest {number} <b>", value, f"{text} ({number})."])
        path = cls.place.write(f"{source}.csv", file.getvalue())
        cls.run_repute("import", path, "--source", source, *options)

    @classmethod
    def run_repute(cls, *words, code=0):
        run = subprocess.run([repute(), *map(str, words), "--config", cls.config], capture_output=True, text=True)
        assert run.returncode == code, (words, run.returncode, run.stdout, run.stderr)
        return run.stdout

    def ids(self, source, stars):
        """The numbers of a source's reviews of this month with so many stars, the newest first."""
        found = json.loads(self.run_repute("mentions", "--source", source, "--stars", stars, "--since", "29d", "--limit", 100, "--format", "json"))
        return [row["id"] for row in found]

    def report(self, *words):
        return json.loads(self.run_repute("report", *words, "--since", "30d", "--format", "json"))["sections"]

    def test_a_month_from_complaint_to_report(self):
        worst = self.ids("site", "1")
        self.assertEqual(len(worst), MONTH.count(1))
        # The owner looks, answers, settles, refuses, asks a colleague, and is sorry once too early.
        self.run_repute("ack", *worst, "--by", "mia")
        self.run_repute("answer", worst[0], "--publicly", "--url", "https://site.example/1", "--by", "mia")
        self.run_repute("answer", worst[1], "--privately", "--note", "called", "--by", "mia")
        self.run_repute("resolve", worst[1], "--by", "mia")
        self.run_repute("wont-answer", worst[2], "--reason", "insults only", "--by", "mia")
        self.run_repute("wont-answer", worst[3], "--reason", "no", "--by", "mia")
        self.run_repute("reopen", worst[3], "--by", "mia")
        self.run_repute("assign", worst[3], "--to", "jon", "--by", "mia")
        self.run_repute("note", worst[3], "--note", "<script>alert(1)</script>", "--by", "jon")
        self.run_repute("flag", worst[3], "--reason", "never a guest", "--by", "jon")
        two = self.ids("site", "2")
        self.run_repute("correct", two[0], "positive", "--by", "mia")
        self.run_repute("draft", worst[3])

        waiting = [row["id"] for row in json.loads(self.run_repute("inbox", "--format", "json", "--limit", 100))]
        self.assertIn(worst[3], waiting)
        self.assertFalse({worst[0], worst[1], worst[2], two[0]} & set(waiting))
        events = json.loads(self.run_repute("triage", worst[3], "--format", "json"))
        self.assertIn("reopened", json.dumps(events))

        own = MONTH + PROMOTER + SATISFACTION
        summary = self.report()
        measures = summary["overview"]["measures"]
        self.assertEqual(measures["volume"]["value"], len(own))
        negative = sum(stars <= 2 for stars in MONTH) - 1 + sum(value <= 3 for value in PROMOTER) + sum(value <= 2 for value in SATISFACTION)
        share = measures["negative-share"]
        self.assertIn(f"{negative} negative ÷ {len(own)} scored", share["formula"])
        self.assertAlmostEqual(share["value"], negative / len(own), 4)
        low, high = wilson(negative, len(own))
        self.assertAlmostEqual(share["low"], low, 3)
        self.assertAlmostEqual(share["high"], high, 3)
        stars = MONTH + [1 + 4 * value / 10 for value in PROMOTER] + SATISFACTION
        self.assertAlmostEqual(measures["rating"]["value"], sum(stars) / len(stars), 3)
        # Of the reviews two were answered: in public, and in private.
        self.assertIn(f"2 answered ÷ {len(MONTH)} reviews", measures["response-rate"]["formula"])
        self.assertEqual(measures["volume"]["change"]["previous"], len(BEFORE))

        trust = json.dumps(self.report("trust"), ensure_ascii=False)
        promoters, detractors = sum(value >= 9 for value in PROMOTER), sum(value <= 6 for value in PROMOTER)
        self.assertIn(f"100 × ({promoters} promoters (9–10) − {detractors} detractors (0–6)) ÷ {len(PROMOTER)} answers", trust)
        self.assertIn(f'"value": {round(100 * (promoters - detractors) / len(PROMOTER), 4)}', trust)
        satisfied = sum(value >= 4 for value in SATISFACTION)
        self.assertIn(f"{satisfied} ", json.dumps(self.measure(self.report("trust"), "csat")["formula"]))
        self.assertAlmostEqual(self.measure(self.report("trust"), "csat")["value"], satisfied / len(SATISFACTION), 4)

        voice = self.report("competitors")["voice"]["tables"]["voice"]["rows"]
        self.assertEqual([row["mentions"] for row in voice], [len(own), len(RIVAL)])

    def measure(self, sections, name):
        for section in sections.values():
            if name in section.get("measures", {}):
                return section["measures"][name]
        self.fail(f"no measure {name} in {list(sections)}")

    def test_every_format_of_every_view_is_harmless_and_says_the_same(self):
        volume = str(self.report()["overview"]["measures"]["volume"]["value"])
        for view in ["summary", "trend", "trust", "response", "sources", "competitors"]:
            for form in ["table", "json", "csv", "markdown", "html"]:
                text = self.run_repute("report", view, "--since", "30d", "--ids", "--format", form)
                with self.subTest(view=view, format=form):
                    self.assertNotIn("\x1b", text)
                    if form == "json":
                        json.loads(text)
                    if form == "csv":
                        rows = list(csv.reader(io.StringIO(text)))
                        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                        for cell in (cell for row in rows for cell in row):
                            self.assertFalse(cell[:1] in "=+@" and cell[:1], cell)
                    if form == "html":
                        self.assertNotIn("<b>", text)
                        self.assertNotIn("<script", text)
                    if view == "summary":
                        self.assertIn(volume, text)


if __name__ == "__main__":
    unittest.main()
