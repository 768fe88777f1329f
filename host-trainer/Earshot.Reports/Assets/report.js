"use strict";
(() => {
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const pixels = name => parseFloat(style(name));
  const charts = [];

  // The values behind a chart stand beside it in a JSON block.
  const dataOf = element => JSON.parse(element.querySelector("script[type='application/json']").textContent);

  const axis = options => ({
    stroke: style("--soft"),
    grid: { stroke: style("--line"), width: 1 },
    ticks: { stroke: style("--line"), width: 1 },
    font: "12px system-ui, sans-serif",
    labelFont: "12px system-ui, sans-serif",
    ...options,
  });

  const series = (line, scale) => ({
    label: line.name,
    scale,
    stroke: line.color,
    width: 2,
    dash: line.isDashed ? [6, 4] : undefined,
    points: line.isPoints ? { show: true, size: 9, fill: line.color } : { show: false },
    paths: line.isPoints ? () => null : line.isStepped ? uPlot.paths.stepped({ align: 1 }) : undefined,
    spanGaps: true,
    value: (_, value, __, index) => value == null ? "–" : line.names ? `${value} (${line.names[index]})` : String(value),
  });

  // 1 500 000 as 1.5M, so that ticks do not run into each other.
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });
  const ticks = (_, values) => values.map(value => value == null ? "" : Math.abs(value) < 10000 ? String(value) : compact.format(value));

  // Points at the very edge would be cut in half.
  const spread = data => (_, least, most) => {
    if (data.isLogarithmic) {
      return [least / 1.15, most * 1.15];
    }
    const margin = (most - least || Math.abs(most) || 1) * 0.04;
    return [least - margin, most + margin];
  };

  const lines = (plot, data) => {
    const hasRight = data.series.some(line => line.onRight);
    const axes = [
      axis({ label: data.horizontalName, labelSize: 18, size: 34, space: 60, values: ticks }),
      axis({ scale: "left", label: data.leftName, labelSize: 18, size: 48 }),
    ];
    if (hasRight) {
      axes.push(axis({ scale: "right", side: 1, label: data.rightName, labelSize: 18, size: 48, grid: { show: false } }));
    }
    return {
      height: 250,
      scales: {
        x: {
          time: false,
          distr: data.isLogarithmic ? 3 : 1,
          ...(data.series.some(line => line.isPoints) ? { range: spread(data) } : {}),
        },
        left: data.leftRange ? { range: () => data.leftRange } : {},
      },
      axes,
      padding: [10, hasRight ? 0 : 14, 0, 0],
      series: [{ label: data.horizontalName }, ...data.series.map(line => series(line, line.onRight ? "right" : "left"))],
    };
  };

  const track = (plot, data) => ({
    height: 150,
    scales: {
      x: { time: false, range: [0, data.seconds] },
      y: { range: (_, least, most) => [data.least ?? Math.floor(least / 10) * 10, data.most ?? Math.ceil(most / 10) * 10] },
    },
    axes: [axis({ show: false }), axis({ size: pixels("--gutter"), space: 28 })],
    padding: [6, pixels("--margin"), 4, 0],
    legend: { show: data.series.length > 1 },
    cursor: { sync: { key: "timeline" }, drag: { x: false, y: false } },
    series: [{ label: "s", value: (_, value) => value == null ? "–" : value.toFixed(1) }, ...data.series.map(line => ({ ...series(line, "y"), width: 1.5 }))],
  });

  const draw = element => {
    const plot = element.querySelector(".plot");
    const data = dataOf(element);
    const options = element.dataset.chart === "lines" ? lines(plot, data) : track(plot, data);
    plot.textContent = "";
    plot.style.height = "auto";
    options.width = plot.clientWidth;
    const chart = new uPlot(options, [data.positions, ...data.series.map(line => line.values)], plot);
    charts.push({ element, plot, chart });
  };

  const drawAll = () => {
    for (const { chart } of charts.splice(0)) {
      chart.destroy();
    }
    document.querySelectorAll("[data-chart]").forEach(draw);
  };

  const resize = () => {
    for (const { plot, chart } of charts) {
      chart.setSize({ width: plot.clientWidth, height: chart.height });
    }
  };

  const follow = () => {
    const audio = document.querySelector("audio");
    const timeline = document.querySelector(".timeline");
    if (!audio || !timeline) {
      return;
    }
    const seconds = parseFloat(timeline.dataset.seconds);
    const playhead = timeline.querySelector(".playhead");
    const move = () => {
      playhead.hidden = false;
      playhead.style.setProperty("--place", Math.min(1, audio.currentTime / seconds));
      if (!audio.paused) {
        requestAnimationFrame(move);
      }
    };
    audio.addEventListener("play", move);
    audio.addEventListener("seeked", move);
    timeline.querySelectorAll("button[data-start]").forEach(button => button.addEventListener("click", () => {
      audio.currentTime = parseFloat(button.dataset.start);
      audio.play();
    }));
  };

  drawAll();
  follow();
  addEventListener("resize", resize);
  addEventListener("beforeprint", resize);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
