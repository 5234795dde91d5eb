"""A headless Chromium, spoken to over its debugging pipe (Chrome DevTools Protocol, one JSON message a NUL)."""

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--force-color-profile=srgb", "--font-render-hinting=none",
    "--remote-debugging-pipe",
]


class Browser:
    """One browser with one page; `page` makes a fresh page of another shape."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="repute-chromium-")
        child_in, parent_out = os.pipe()
        parent_in, child_out = os.pipe()
        # Descriptors 3 and 4 are what the browser reads and writes.
        child_in, child_out = (fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (child_in, child_out))

        def descriptors():
            os.dup2(child_in, 3)
            os.dup2(child_out, 4)

        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.process = subprocess.Popen(
            [PROGRAM, *SWITCHES, f"--user-data-dir={self.folder}/profile", "about:blank"],
            preexec_fn=descriptors, pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.input, self.output = parent_in, parent_out
        self.numbers = itertools.count(1)
        self.rest = b""
        self.events = []

    def send(self, method, session=None, **parameters):
        """Calls a method and gives its result; events that come meanwhile are kept."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self, limit=60):
        end = time.monotonic() + limit
        while b"\0" not in self.rest:
            if not select.select([self.input], [], [], max(0, end - time.monotonic()))[0]:
                raise TimeoutError("the browser says nothing")
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise RuntimeError("the browser is gone")
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def wait(self, method, session):
        """Waits for an event of the session."""
        while True:
            for event in self.events:
                if event.get("method") == method and event.get("sessionId") == session:
                    self.events.remove(event)
                    return event["params"]
            self.events.append(self.receive())

    def page(self, path, width, height=900, scheme="light", media=""):
        return Page(self, path, width, height, scheme, media)

    def close(self):
        try:
            self.send("Browser.close")
        except (RuntimeError, TimeoutError, OSError):
            self.process.kill()
        self.process.wait()
        self.log.close()
        os.close(self.input)
        os.close(self.output)
        shutil.rmtree(self.folder, ignore_errors=True)


class Page:
    """A file shown in a window of a given width, scheme and medium; what it asks for and complains of is kept."""

    def __init__(self, browser, path, width, height, scheme, media):
        self.browser = browser
        self.target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.send("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.send("Page.navigate", url=f"file://{path}")
        browser.wait("Page.loadEventFired", self.session)

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def run(self, script):
        """The value of a JavaScript expression, run by the debugger and not by the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description"))
        return answer["result"].get("value")

    def seen(self):
        """What the page asked for, and what went wrong in it."""
        asked, wrong = [], []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            method, facts = event["method"], event["params"]
            if method == "Network.requestWillBeSent":
                asked.append(facts["request"]["url"])
            elif method == "Log.entryAdded":
                wrong.append(facts["entry"]["text"])
            elif method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
                wrong.append(json.dumps(facts))
        return asked, wrong

    def screenshot(self, file):
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        data = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]
        with open(file, "wb") as out:
            out.write(base64.b64decode(data))

    def pdf(self, file):
        data = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        with open(file, "wb") as out:
            out.write(base64.b64decode(data))

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)
        self.browser.events = [
            event for event in self.browser.events if event.get("sessionId") != self.session]
