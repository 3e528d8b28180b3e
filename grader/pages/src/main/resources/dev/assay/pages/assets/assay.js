// Makes the drawings of curves answer to the pointer and the arrow keys, and the table of a class sort and filter.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripted');

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function colour(name) {
    return getComputedStyle(root).getPropertyValue('--' + name).trim();
  }

  // ---- Curves: the numbers are those of the table ----

  var table = document.getElementById('history');
  var charts = [];

  function columnOf(heading) {
    return Array.prototype.indexOf.call(heading.parentNode.children, heading);
  }

  function values(heading) {
    var column = columnOf(heading);
    return all('tbody tr', table).map(function (row) {
      var number = parseFloat(row.children[column].textContent);
      return isFinite(number) ? number : null;
    });
  }

  function texts(heading) {
    var column = columnOf(heading);
    return all('tbody tr', table).map(function (row) { return row.children[column].textContent; });
  }

  // Epochs by their numbers; those of several trainings, one after the other.
  var plain = table && !table.querySelector('th[data-members]');
  function place(epoch, i) { return plain ? +epoch : i; }

  function bestLine(best) {
    return function (plot) {
      if (!best) return;
      var x = plot.valToPos(best.place, 'x', true);
      plot.ctx.save();
      plot.ctx.strokeStyle = colour('best');
      plot.ctx.lineWidth = 1.5 * devicePixelRatio;
      plot.ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
      plot.ctx.beginPath();
      plot.ctx.moveTo(x, plot.bbox.top);
      plot.ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
      plot.ctx.stroke();
      plot.ctx.restore();
    };
  }

  function tick(value) {
    if (value === null) return '';
    var size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e5) ? value.toExponential(0) : String(+value.toFixed(4));
  }

  // Of a logarithmic axis the powers of ten, as the drawing without a script has them.
  function powers(low, high) {
    var found = [];
    for (var power = Math.ceil(Math.log10(low)); Math.pow(10, power) <= high; power++) {
      found.push(Math.pow(10, power));
    }
    return found;
  }

  function same(u, splits) { return splits; }

  function chart(figure, epochs, best) {
    var headings = all('th[data-chart="' + figure.dataset.chart + '"]', table);
    var readout = figure.querySelector('.readout');
    var drawing = figure.querySelector('.drawing');
    var host = document.createElement('div');
    host.className = 'plot';
    host.tabIndex = 0;
    host.setAttribute('role', 'img');
    host.setAttribute('aria-label', drawing.getAttribute('aria-label'));
    drawing.parentNode.insertBefore(host, drawing);
    var shown = headings.map(texts);
    var places = epochs.map(place);

    function read(index) {
      readout.textContent = index === null || index === undefined ? '' :
        table.dataset.epoch + ' ' + epochs[index] + ' · ' + headings.map(function (heading, i) {
          return heading.textContent + ' ' + shown[i][index];
        }).join(' · ');
    }

    var log = figure.dataset.log === 'yes';
    var plot = null;
    function draw() {
      if (plot) plot.destroy();
      figure.classList.add('drawn');
      var axis = {
        stroke: colour('soft'), font: '12px sans-serif',
        grid: {stroke: colour('line'), width: 1}, ticks: {show: false}
      };
      plot = new uPlot({
        width: Math.max(200, host.clientWidth),
        height: 220,
        legend: {show: false},
        cursor: {y: false, drag: {x: false, y: false}, points: {size: 7}},
        scales: {x: {time: false}, y: {range: [+figure.dataset.low, +figure.dataset.high], distr: log ? 3 : 1}},
        series: [{}].concat(headings.map(function (heading) {
          var validation = heading.dataset.part === 'validation';
          return {
            stroke: colour(validation ? 'validation' : 'train'), width: validation ? 2.25 : 1.75,
            dash: validation ? undefined : [5, 3], points: {show: epochs.length === 1}
          };
        })),
        axes: [
          Object.assign({}, axis, {
            grid: {show: false}, size: 28, incrs: [1, 2, 5, 10, 20, 50, 100, 200],
            values: function (u, splits) { return splits.map(function (i) { return plain ? i : epochs[i] || ''; }); }
          }),
          Object.assign({}, axis, log ? {splits: powers(+figure.dataset.low, +figure.dataset.high), filter: same} : {},
            {size: 56, values: function (u, splits) { return splits.map(tick); }})
        ],
        hooks: {draw: [bestLine(best)], setCursor: [function (u) { read(u.cursor.idx); }]}
      }, [places].concat(headings.map(values)), host);
    }

    host.addEventListener('keydown', function (event) {
      var step = {ArrowLeft: -1, ArrowRight: 1, Home: -epochs.length, End: epochs.length}[event.key];
      if (!step) return;
      event.preventDefault();
      var now = plot.cursor.idx;
      var next = now === null || now === undefined ? (step > 0 && event.key !== 'End' ? 0 : epochs.length - 1) : now + step;
      next = Math.max(0, Math.min(epochs.length - 1, next));
      var series = plot.data[1][next];
      plot.setCursor({left: plot.valToPos(places[next], 'x'), top: series === null ? 1 : plot.valToPos(series, 'y')});
    });
    charts.push({
      draw: draw,
      resize: function () {
        if (host.clientWidth) plot.setSize({width: Math.max(200, host.clientWidth), height: 220});
      }
    });
    draw();
  }

  if (table) {
    var epochs = texts(table.querySelector('th[data-epochs]'));
    var at = all('tbody tr', table).findIndex(function (row) { return row.classList.contains('best'); });
    var best = at < 0 ? null : {place: place(epochs[at], at)};
    all('figure.chart').forEach(function (figure) { chart(figure, epochs, best); });
    window.addEventListener('resize', function () { charts.forEach(function (c) { c.resize(); }); });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
      charts.forEach(function (c) { c.draw(); });
    });
  }

  // ---- The table of a class ----

  var roster = document.getElementById('roster');

  function value(row, column) {
    var cell = row.children[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : parseFloat(cell.dataset.value);
  }

  function order(a, b) {
    return typeof a === 'number' ? a - b : a.localeCompare(b, root.lang, {numeric: true});
  }

  function sortable(heading) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent;
    heading.textContent = '';
    heading.appendChild(button);
    button.addEventListener('click', function () {
      var down = heading.getAttribute('aria-sort') === 'ascending';
      all('th[aria-sort]', roster).forEach(function (other) { other.removeAttribute('aria-sort'); });
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      var column = columnOf(heading);
      var body = roster.tBodies[0];
      all('tr', body)
        .map(function (row, i) { return {row: row, key: value(row, column), i: i}; })
        .sort(function (a, b) { return (down ? -order(a.key, b.key) : order(a.key, b.key)) || a.i - b.i; })
        .forEach(function (entry) { body.appendChild(entry.row); });
    });
  }

  function filter() {
    var wanted = document.getElementById('find').value.trim().toLocaleLowerCase();
    var verdict = document.getElementById('choose').value;
    var shown = 0;
    all('tbody tr', roster).forEach(function (row) {
      var fits = row.children[0].textContent.toLocaleLowerCase().indexOf(wanted) >= 0 &&
        (!verdict || row.dataset.verdicts.split(' ').indexOf(verdict) >= 0);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    var status = document.getElementById('shown');
    status.textContent = status.dataset.shown.replace('%', shown);
  }

  if (roster) {
    all('thead th', roster).forEach(sortable);
    document.getElementById('find').addEventListener('input', filter);
    document.getElementById('choose').addEventListener('change', filter);
    document.getElementById('filter').addEventListener('submit', function (event) { event.preventDefault(); });
  }

  // ---- Print: what is folded is printed as well ----

  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = all('details:not([open])');
    opened.forEach(function (part) { part.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (part) { part.open = false; });
  });
}());
