"""Writes made-up reviews of two years as CSV files, one a source: `reviews.py COUNT SOURCES FOLDER`."""

import csv
import datetime
import random
import sys

GOOD = """The staff was friendly and helpful|Great coffee and lovely cake|Delivery came on time and well packed
Honest prices, no hidden fees|They answered my question within an hour|Clean rooms and a quiet garden
Perfect breakfast, we will come again|The website is easy to use|Good value for the money
My refund came the next day""".replace("\n", "|").split("|")
BAD = """The waiter was rude and ignored us|Delivery was late and the parcel broken|Hidden fees on the bill, never again
Nobody answers the phone|Cold food and a dirty table|They lied about the warranty
My data was sold, now I get spam calls|Overpriced for what you get|The app crashes at checkout
Cancelled my booking without a word""".replace("\n", "|").split("|")
FILL = """We came on a Tuesday with the whole family|It was raining when we arrived|I ordered it for my sister's birthday
The place is near the station|My husband had the soup and I had the fish|We waited at the counter for a while
I had read about it in the paper|There is parking behind the house|Next time we would book in advance
The bill came with the coffee""".replace("\n", "|").split("|")
NAMES = "Ada Ben Cleo Dan Eva Finn Gina Hugo Iris Jon Kim Lea Max Nora Otto Pia Rolf Sara Tom Uta".split()


def main(count, sources, folder):
    random.seed(11)
    end = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    start = end - datetime.timedelta(days=730)
    for source in range(sources):
        with open(f"{folder}/s{source:02d}.csv", "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow("id date author rating text reply".split())
            for number in range(count // sources):
                rows.writerow(review(start, source, number))


def review(start, source, number):
    stars = random.choices([1, 2, 3, 4, 5], [14, 6, 8, 20, 52])[0]
    pool = BAD if stars <= 2 else GOOD if stars >= 4 else GOOD + BAD
    parts = random.choices(pool, k=random.randint(1, 3)) + random.sample(FILL, random.randint(2, 6))
    if random.random() < 0.002:
        parts.append("The samovar was glorious")
    random.shuffle(parts)
    at = start + datetime.timedelta(seconds=random.random() * 730 * 86400)
    reply = "Thank you for telling us." if random.random() < (0.5 if stars <= 2 else 0.2) else ""
    author = f"{random.choice(NAMES)} {random.randint(1, 60000)}"
    return [f"r{source}-{number}", at.strftime("%Y-%m-%dT%H:%M:%SZ"), author, stars, ". ".join(parts) + ".", reply]


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
