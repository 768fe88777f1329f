"use strict";
(() => {
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const pixels = name => parseFloat(style(name));
  const two = number => String(number).padStart(2, "0");

  // 3725 s as 1:02:05; below a minute the seconds with what the zoom can tell apart.
  const clock = (seconds, step) => {
    const digits = step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(step)));
    if (seconds < 60) {
      return `${seconds.toFixed(digits)} s`;
    }
    const rest = (seconds % 60).toFixed(digits).padStart(digits ? 3 + digits : 2, "0");
    const minutes = Math.floor(seconds / 60);
    return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
  };

  const show = figure => {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const holder = figure.querySelector(".plots");
    const detail = figure.querySelector(".detail");
    const shown = figure.querySelector(".shown");
    const audio = document.querySelector("audio");
    const head = document.createElement("div");
    const plots = [];
    let range = [0, data.seconds];
    let isSetting = false;
    head.className = "playhead";
    head.hidden = true;

    const place = () => {
      const time = audio ? audio.currentTime : -1;
      const isVisible = audio && plots.length > 0 && !(audio.paused && time === 0) && time >= range[0] && time <= range[1];
      head.hidden = !isVisible;
      if (isVisible) {
        head.style.left = `${plots[0].over.offsetLeft + plots[0].valToPos(time, "x")}px`;
      }
    };

    const setRange = (from, to) => {
      const least = Math.min(data.seconds, 0.01);
      const length = Math.min(data.seconds, Math.max(least, to - from));
      const start = Math.max(0, Math.min(data.seconds - length, from));
      range = [start, start + length];
      isSetting = true;
      for (const plot of plots) {
        plot.setScale("x", { min: range[0], max: range[1] });
      }
      isSetting = false;
      shown.textContent = `${clock(range[0], length / 100)} to ${clock(range[1], length / 100)}`;
      figure.dataset.from = range[0];
      figure.dataset.to = range[1];
      place();
    };

    const zoom = (factor, centre = (range[0] + range[1]) / 2) => setRange(centre - (centre - range[0]) * factor, centre + (range[1] - centre) * factor);
    const move = share => setRange(range[0] + share * (range[1] - range[0]), range[1] + share * (range[1] - range[0]));

    const axis = options => ({
      stroke: style("--soft"), grid: { stroke: style("--line"), width: 1 }, ticks: { stroke: style("--line"), width: 1 },
      font: "12px system-ui, sans-serif", ...options,
    });
    const timeAxis = isShown => axis({
      show: isShown, size: 28, space: 80,
      values: (_, ticks) => ticks.map(tick => clock(tick, ticks.length > 1 ? ticks[1] - ticks[0] : 1)),
    });

    const options = (height, vertical, more) => ({
      width: holder.clientWidth,
      height,
      padding: [18, pixels("--margin"), 4, 0],
      scales: { x: { time: false, auto: false, min: range[0], max: range[1] }, y: vertical },
      legend: { show: false },
      cursor: {
        sync: { key: "zoomable" },
        drag: { x: true, y: false, dist: 4 },
        bind: { dblclick: () => () => { setRange(0, data.seconds); return null; } },
      },
      ...more,
      hooks: {
        setScale: [(plot, key) => {
          if (key === "x" && !isSetting) {
            setRange(plot.scales.x.min, plot.scales.x.max);
          }
        }],
        ...more.hooks,
      },
    });

    const add = (name, options, values) => {
      const box = document.createElement("div");
      box.className = "zoomtrack";
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", `${name} over time`);
      const label = document.createElement("div");
      label.className = "name";
      label.textContent = name;
      box.append(label);
      holder.append(box);
      const plot = new uPlot(options, values, box);
      plot.over.addEventListener("wheel", event => {
        if (event.ctrlKey) {
          event.preventDefault();
          zoom(event.deltaY > 0 ? 1.3 : 1 / 1.3, plot.posToVal(event.offsetX, "x"));
        } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
          event.preventDefault();
          move(0.001 * (event.deltaX || event.deltaY));
        }
      }, { passive: false });
      plots.push(plot);
    };

    const colorOf = span => span.color ?? { good: style("--good"), bad: style("--bad"), accent: style("--accent") }[span.kind] ?? style("--soft");

    const drawSpans = plot => {
      const context = plot.ctx;
      const ratio = devicePixelRatio;
      context.save();
      context.beginPath();
      context.rect(plot.bbox.left, plot.bbox.top, plot.bbox.width, plot.bbox.height);
      context.clip();
      context.font = `${11 * ratio}px system-ui, sans-serif`;
      context.textBaseline = "middle";
      context.textAlign = "left";
      data.lanes.forEach((lane, row) => {
        const top = plot.valToPos(data.lanes.length - row - 0.1, "y", true);
        const bottom = plot.valToPos(data.lanes.length - row - 0.9, "y", true);
        lane.spans.forEach((span, index) => {
          if (span.to < range[0] || span.from > range[1]) {
            return;
          }
          const left = plot.valToPos(span.from, "x", true);
          const right = plot.valToPos(span.to, "x", true);
          const isInstant = span.to === span.from;
          context.fillStyle = colorOf(span);
          context.globalAlpha = isInstant ? 1 : 0.3;
          context.fillRect(left, top, Math.max(right - left, 2 * ratio), bottom - top);
          context.globalAlpha = 1;
          context.fillRect(left, top, 2 * ratio, bottom - top);
          const next = lane.spans[index + 1];
          const free = (isInstant ? (next ? plot.valToPos(next.from, "x", true) : Infinity) : right) - Math.max(left, plot.bbox.left) - 6 * ratio;
          if (context.measureText(span.text).width < free) {
            context.fillStyle = style("--text");
            context.fillText(span.text, Math.max(left, plot.bbox.left) + 5 * ratio, (top + bottom) / 2);
          }
        });
      });
      context.restore();
    };

    const spanAt = plot => {
      const { left, top } = plot.cursor;
      if (left == null || left < 0) {
        return null;
      }
      const row = Math.floor(data.lanes.length - plot.posToVal(top, "y"));
      const time = plot.posToVal(left, "x");
      const near = plot.posToVal(left + 4, "x") - time;
      const spans = data.lanes[row]?.spans.filter(span => span.from - near <= time && span.to + near >= time) ?? [];
      return spans.length > 0 ? { lane: data.lanes[row], span: spans[spans.length - 1] } : null;
    };

    const tell = plot => {
      const found = spanAt(plot);
      if (found) {
        const { lane, span } = found;
        const times = span.to === span.from ? `at ${clock(span.from, 0.001)}` : `${clock(span.from, 0.001)} to ${clock(span.to, 0.001)}`;
        detail.textContent = `${lane.name}: ${span.text}, ${times}`;
      }
    };

    const addLanes = () => {
      const count = data.lanes.length;
      const names = data.lanes.map(lane => lane.name);
      const rows = names.map((_, row) => count - row - 0.5);
      add("", options(count * 26 + 44, { range: () => [0, count] }, {
        axes: [
          timeAxis(true),
          axis({ size: pixels("--gutter"), splits: () => rows, values: () => names, grid: { show: false }, ticks: { show: false } }),
        ],
        series: [{}, { show: false, auto: false }],
        hooks: { draw: [drawSpans], setCursor: [tell] },
      }), [[0, data.seconds], [0, 0]]);
      const plot = plots[plots.length - 1];
      plot.over.addEventListener("click", () => {
        const found = spanAt(plot);
        if (found && audio && found.lane.name === "played") {
          if (found.span.from < audio.duration) {
            audio.currentTime = found.span.from;
            audio.play();
          } else {
            detail.textContent = `${found.span.text}, ${clock(found.span.from, 0.001)}: this page has the sound of the first ${clock(audio.duration, 1)} only.`;
          }
        }
      });
    };

    const addPlot = item => add(item.name, options(item.series.length > 1 ? 170 : 110, {
      range: (_, least, most) => {
        const low = item.least ?? least ?? 0;
        const high = item.most ?? most ?? 1;
        const margin = (high - low || Math.abs(high) || 1) * 0.05;
        return [item.least ?? low - margin, item.most ?? high + margin];
      },
    }, {
      legend: { show: item.series.length > 1 },
      axes: [timeAxis(false), axis({ size: pixels("--gutter"), space: 28 })],
      series: [
        { label: "time", value: (_, value) => value == null ? "–" : clock(value, 0.01) },
        ...item.series.map(line => ({ label: line.name, stroke: line.color, width: 1.5, points: { show: false }, value: (_, value) => value == null ? "–" : String(value) })),
      ],
      hooks: item.series.length > 1 ? {} : {
        setCursor: [plot => {
          const value = plot.cursor.idx == null ? null : item.series[0].values[plot.cursor.idx];
          if (value != null && plot.cursor.event) {
            detail.textContent = `${item.name}: ${value} at ${clock(item.positions[plot.cursor.idx], 0.01)}`;
          }
        }],
      },
    }), [item.positions, ...item.series.map(line => line.values)]);

    const addWave = wave => {
      const fill = style("--accent");
      add("sound", options(90, { range: () => [-1, 1] }, {
        axes: [timeAxis(false), axis({ size: pixels("--gutter"), splits: () => [-1, 0, 1] })],
        series: [
          {},
          { stroke: fill, width: 1, points: { show: false } },
          { stroke: fill, width: 1, points: { show: false } },
        ],
        bands: [{ series: [2, 1], fill }],
      }), [wave.least.map((_, index) => index * wave.each), wave.least, wave.most]);
    };

    const addSpectrum = spectrum => {
      const image = new Image();
      const draw = plot => {
        const left = plot.valToPos(0, "x", true);
        const right = plot.valToPos(spectrum.seconds, "x", true);
        const { ctx: context, bbox: box } = plot;
        context.save();
        context.beginPath();
        context.rect(box.left, box.top, box.width, box.height);
        context.clip();
        context.imageSmoothingEnabled = false;
        if (image.complete && image.naturalWidth > 0) {
          context.drawImage(image, left, box.top, right - left, box.height);
        }
        context.restore();
      };
      add("Hz", options(170, { range: () => [0, 1] }, {
        axes: [
          timeAxis(true),
          axis({ size: pixels("--gutter"), splits: () => spectrum.ticks.map(tick => tick.place), values: () => spectrum.ticks.map(tick => tick.name), grid: { show: false } }),
        ],
        series: [{}, { show: false, auto: false }],
        hooks: { draw: [draw] },
      }), [[0, data.seconds], [0, 0]]);
      const plot = plots[plots.length - 1];
      image.addEventListener("load", () => plot.redraw());
      image.src = spectrum.image;
    };

    const drawAll = () => {
      plots.splice(0).forEach(plot => plot.destroy());
      holder.textContent = "";
      holder.append(head);
      addLanes();
      data.plots.forEach(addPlot);
      if (data.wave) {
        addWave(data.wave);
      }
      if (data.spectrum) {
        addSpectrum(data.spectrum);
      }
      setRange(...range);
    };

    const tools = {
      in: () => zoom(0.5), out: () => zoom(2), left: () => move(-0.5), right: () => move(0.5), all: () => setRange(0, data.seconds),
    };
    figure.querySelectorAll("[data-zoom]").forEach(button => button.addEventListener("click", tools[button.dataset.zoom]));
    if (audio) {
      const follow = () => {
        place();
        if (!audio.paused) {
          requestAnimationFrame(follow);
        }
      };
      audio.addEventListener("play", follow);
      audio.addEventListener("seeked", place);
    }
    drawAll();
    addEventListener("resize", () => plots.forEach(plot => plot.setSize({ width: holder.clientWidth, height: plot.height })));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  };

  document.querySelectorAll("figure.zoomable").forEach(show);
})();
