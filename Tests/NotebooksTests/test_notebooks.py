#!/usr/bin/env python3
"""Runs the example notebooks as their readers would, and holds what they show against the command's own figures.

Needs nbclient, nbconvert and ipykernel (PyPI), and REEFKNOT_COMMAND. With quarto on the path the document for it is rendered;
without, its cells are run as those of a notebook.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import nbclient
import nbconvert
import nbformat

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "Sources" / "Notebooks"
COMMAND = os.environ["REEFKNOT_COMMAND"]
DATASET = str(ROOT / "graphs" / "kiez-kocht")


def reach():
    text = subprocess.run([COMMAND, "reach", DATASET, "--format", "json"], check=True, capture_output=True).stdout
    return json.loads(text)


def run(notebook):
    """The notebook with its outputs, run where the path of the dataset holds."""
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3",
                            resources={"metadata": {"path": str(ROOT)}}).execute()
    return notebook


def cells_of(document):
    """The cells of a Quarto document, as those of a notebook."""
    head, body = re.fullmatch(r"---\n(.*?)\n---\n(.*)", document, re.S).groups()
    notebook = nbformat.v4.new_notebook()
    notebook.metadata["title"] = re.search(r"^title: (.+)$", head, re.M).group(1)
    for text, code in re.findall(r"(.*?)(?:```\{python\}\n(.*?)\n```\n|\Z)", body, re.S):
        if text.strip():
            notebook.cells.append(nbformat.v4.new_markdown_cell(text.strip()))
        if code:
            notebook.cells.append(nbformat.v4.new_code_cell(code))
    return notebook


class Notebooks(unittest.TestCase):
    def check(self, notebook):
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
        self.assertEqual([output for output in outputs if output.output_type == "error"], [])
        pictures = [output.data["image/svg+xml"] for output in outputs if "image/svg+xml" in output.get("data", {})]
        self.assertEqual(len(pictures), 2)
        words = "\n".join(output.data.get("text/markdown", "") for output in outputs if "data" in output)
        figures = reach()
        self.assertIn(f"Of {figures['reach']} contacts {figures['incremental']} were reached by partners alone", words)
        self.assertIn("| Reach | ", words)
        page, _ = nbconvert.HTMLExporter().from_notebook_node(notebook)
        self.assertEqual(len(re.findall(r"<img[^>]+data:image/svg", page)), 2)
        self.assertTrue(f"Of {figures['reach']} contacts" in page)

    def test_the_notebook_runs_and_shows_the_figures_of_the_command(self):
        notebook = nbformat.read(FOLDER / "campaign.ipynb", as_version=4)
        nbformat.validate(notebook)
        self.assertTrue(all(not cell.get("outputs") for cell in notebook.cells), "a notebook is kept without outputs")
        self.check(run(notebook))

    def test_the_cells_of_the_quarto_document_run_and_show_the_figures_of_the_command(self):
        self.check(run(cells_of((FOLDER / "campaign.qmd").read_text())))

    @unittest.skipUnless(shutil.which("quarto"), "Quarto is not installed: its document is run cell by cell only")
    def test_quarto_renders_its_document(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(FOLDER / "campaign.qmd", folder)
            subprocess.run(["quarto", "render", "campaign.qmd", "--to", "html"], cwd=folder, check=True,
                           env={**os.environ, "REEFKNOT_DATASET": DATASET})
            page = pathlib.Path(folder, "campaign.html").read_text()
            self.assertTrue("<svg" in page or "image/svg+xml" in page)
            self.assertTrue(f"Of {reach()['reach']} contacts" in page)


unittest.main()
