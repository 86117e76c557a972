"""What must not happen to a number that is shown: 14,485,0 in one line and 00 in the next are two wrong ones."""

from __future__ import annotations

# Gives the numbers of figures that stand in two lines or reach beyond their card.
BROKEN = """() => [...document.querySelectorAll(".number b")].flatMap(number => {
  const text = number.firstChild, card = number.closest("li, .slide") || document.body;
  const edge = card.getBoundingClientRect().right;
  return [...text.data.matchAll(/[0-9.,]+/g)].filter(run => {
    const range = new Range();
    range.setStart(text, run.index);
    range.setEnd(text, run.index + run[0].length);
    const lines = range.getClientRects();
    return lines.length > 1 || (lines.length && lines[0].right > edge);
  }).map(run => "broken number " + run[0]);
})"""
