#!/usr/bin/env python3
"""Opens a page of ours in headless Chromium and says what is wrong with it, one finding a line; nothing when all is well.

Usage: check_page.py CHROMIUM PAGE.html

Looked at: console messages, requests, exceptions; whether anything is wider than the window at 320, 400, 768 and 1600
pixels, with scripts and without; whether a section takes more than three screens of 1600 by 900 as it opens, and letters
of charts are less than ten pixels high; whether a table sorts, filters and is copied, a picture grows, tables unfold, and the
choice of a partner dims the others. Speaks the DevTools protocol over a pipe; needs nothing but Python's own library.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time


class Browser:
    def __init__(self, program):
        self.folder = tempfile.mkdtemp()
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()

        def place():
            # 3 and 4 are where Chromium listens and answers.
            os.dup2(to_read, 100)
            os.dup2(from_write, 101)
            os.dup2(100, 3)
            os.dup2(101, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--hide-scrollbars",
             f"--user-data-dir={self.folder}", "about:blank"],
            preexec_fn=place, close_fds=False, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.output = os.fdopen(to_write, "wb", 0)
        self.input = os.fdopen(from_read, "rb")
        self.number = 0
        self.events = []

    def message(self):
        data = bytearray()
        while (byte := self.input.read(1)) != b"\0":
            if not byte:
                raise SystemExit("the browser ended")
            data += byte
        return json.loads(data)

    def call(self, method, session=None, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        self.output.write(json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message())

    def close(self):
        # Its helpers too; what one of them still writes while the folder goes is no finding.
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for _ in range(20):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not os.path.exists(self.folder):
                return
            time.sleep(0.1)


def open_page(browser, address, scripts):
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ["Page", "Network", "Log", "Runtime"]:
        browser.call(f"{domain}.enable", session)
    browser.call("Emulation.setScriptExecutionDisabled", session, value=not scripts)
    browser.events.clear()
    browser.call("Page.navigate", session, url=address)
    browser.wait("Page.loadEventFired")
    return session


def heard(browser, address):
    for event in browser.events:
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if url != address and not url.startswith(("data:", "blob:")):
                yield f"a request for {url}"
        elif method == "Runtime.consoleAPICalled":
            yield f"the console says {parameters['args']}"
        elif method == "Runtime.exceptionThrown":
            yield f"an exception: {parameters['exceptionDetails']}"
        elif method == "Log.entryAdded":
            yield f"the log says {parameters['entry']['text']}"


def widths(browser, session, name):
    for width in [320, 400, 768, 1600]:
        browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=900, deviceScaleFactor=1,
                     mobile=width < 500)
        size = browser.call("Page.getLayoutMetrics", session)["cssContentSize"]
        if size["width"] > width:
            yield f"{name}: {size['width']} pixels wide in a window of {width}"
        yield from value(browser, session, f"""
          [...document.querySelectorAll('svg.chart')].filter(s => s.getClientRects().length)
            .map(s => [s.getBoundingClientRect().width / s.viewBox.baseVal.width
              * parseFloat(getComputedStyle(s.querySelector('text')).fontSize), s.querySelector('title').textContent])
            .filter(([height]) => height < 10)
            .map(([height, title]) => `{name}: letters of ${{title}} are ${{height}} pixels high in a window of {width}`)""")
        charts = value(browser, session, """[...document.querySelectorAll('figure')]
            .map(f => [...f.querySelectorAll('svg.chart')].filter(s => s.getClientRects().length).length)""")
        if not any(charts) or max(charts) > 1:
            yield f"{name}: charts show {charts} times in a window of {width}"


def value(browser, session, expression):
    return browser.call("Runtime.evaluate", session, expression=expression, returnByValue=True)["result"]["value"]


def screens(browser, session, name):
    browser.call("Emulation.setDeviceMetricsOverride", session, width=1600, height=900, deviceScaleFactor=1, mobile=False)
    sections = value(browser, session, """
      [...document.querySelectorAll('section.part')].map(s => [s.id, s.getBoundingClientRect().height])""")
    if len(sections) < 5:
        yield f"{name}: there are {len(sections)} sections"
    for section, height in sections:
        if height > 3 * 900:
            yield f"{name}: the section {section} takes {height / 900:.1f} screens"


CHECKS = {
    "a table sorts by a column of numbers, up and down": """
      const numbers = (t, i) => [...t.tBodies[0].rows].map(r => parseFloat(r.cells[i].dataset.v)).filter(v => !isNaN(v));
      const found = [...document.querySelectorAll('figure.table table')]
        .flatMap(t => [...t.tHead.rows[0].cells].map(h => [t, h]))
        .find(([t, h]) => h.querySelector('button') && new Set(numbers(t, h.cellIndex)).size > 2);
      const [t, h] = found;
      h.querySelector('button').click();
      const first = numbers(t, h.cellIndex);
      h.querySelector('button').click();
      const second = numbers(t, h.cellIndex);
      const ordered = (v, sign) => v.every((x, i) => !i || sign * (x - v[i - 1]) >= 0);
      return (ordered(first, 1) && ordered(second, -1) || ordered(first, -1) && ordered(second, 1))
        && h.hasAttribute('aria-sort')""",
    "a table filters its rows": """
      const s = document.querySelector('.tools input[type=search]');
      const t = s.closest('figure').querySelector('table');
      const word = t.tBodies[0].rows[2].cells[0].textContent;
      s.value = word; s.dispatchEvent(new Event('input'));
      const shown = [...t.tBodies[0].rows].filter(r => !r.hidden);
      const right = shown.length > 0 && shown.length < t.tBodies[0].rows.length
        && shown.every(r => r.textContent.toLowerCase().includes(word.toLowerCase()));
      s.value = ''; s.dispatchEvent(new Event('input'));
      return right && [...t.tBodies[0].rows].every(r => !r.hidden)""",
    "a table is copied with tabs between its cells": """
      let copied = '';
      navigator.clipboard.writeText = async text => { copied = text };
      const f = document.querySelector('figure.table');
      [...f.querySelectorAll('.tools button')].pop().click();
      await new Promise(done => setTimeout(done, 50));
      const t = f.querySelector('table');
      return copied.split('\\n').length === t.rows.length
        && copied.split('\\n')[0].split('\\t').length === t.rows[0].cells.length""",
    "a picture grows by its button and by a key, and goes back": """
      const s = document.querySelector('figure.diagram svg');
      const home = s.getAttribute('viewBox');
      s.closest('figure').querySelector('.tools button').click();
      const wide = v => Number(v.split(/\\s+/)[2]);
      const grown = wide(s.getAttribute('viewBox')) < wide(home);
      s.dispatchEvent(new KeyboardEvent('keydown', {key: '+'}));
      const more = wide(s.getAttribute('viewBox')) < 0.7 * wide(home);
      s.dispatchEvent(new KeyboardEvent('keydown', {key: '0'}));
      return grown && more && s.getAttribute('viewBox').split(/\\s+/).map(Number).join() === home.split(/\\s+/).map(Number).join()""",
    "tables unfold": """
      const d = document.querySelector('details');
      const before = d.open; d.querySelector('summary').click();
      return before !== d.open""",
    "the choice of a partner dims what belongs to others": """
      const choice = document.querySelectorAll('input[name=who]')[1];
      choice.click();
      await new Promise(done => setTimeout(done, 400));
      const marks = [...document.querySelectorAll('svg .pick')];
      const own = marks.filter(m => m.classList.contains(choice.value));
      const others = marks.filter(m => !m.classList.contains(choice.value));
      const dim = m => Number(getComputedStyle(m).opacity) < 0.5;
      const right = own.length > 0 && others.length > 0 && !own.some(dim) && others.every(dim);
      document.querySelector('input[name=who]').click();
      await new Promise(done => setTimeout(done, 400));
      return right && !marks.some(dim)""",
    "every picture and every table has a name": """
      return [...document.querySelectorAll('figure svg')].every(s => s.getAttribute('aria-label') || s.querySelector('title'))
        && [...document.querySelectorAll('figure')].every(f => f.querySelector('figcaption'))""",
    "controls come in the order of the page": """
      const all = [...document.querySelectorAll('a[href],button,input,summary,[tabindex]')];
      return all.every(e => e.tabIndex <= 0)""",
}


def main():
    program, page = sys.argv[1], os.path.abspath(sys.argv[2])
    address = "file://" + page
    browser = Browser(program)
    findings = []
    try:
        for scripts in [False, True]:
            session = open_page(browser, address, scripts)
            findings += widths(browser, session, "with scripts" if scripts else "without scripts")
            findings += screens(browser, session, "with scripts" if scripts else "without scripts")
            if scripts:
                for name, source in CHECKS.items():
                    answer = browser.call("Runtime.evaluate", session, expression=f"(async () => {{ {source} }})()",
                                          awaitPromise=True, returnByValue=True)
                    if answer["result"].get("value") is not True:
                        detail = answer.get("exceptionDetails", {}).get("exception", {}).get("description", "")
                        findings.append(f"not so: {name} {detail}")
            findings += heard(browser, address)
    finally:
        browser.close()
    print("\n".join(findings), end="\n" if findings else "")


main()
