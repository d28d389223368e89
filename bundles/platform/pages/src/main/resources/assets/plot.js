/* Draws the tables of figures that stand beside their plots. */
(function () {
  'use strict';
  document.querySelectorAll('[data-plot]').forEach(function (place) {
    var data = JSON.parse(place.dataset.plot);
    place.hidden = false;
    var chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption({
      animation: false,
      color: ['#1f4e79', '#c47a00', '#1d6b3c', '#b3261e', '#566270'],
      aria: { enabled: true, decal: { show: true } },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      legend: { bottom: 0 },
      grid: { left: 48, right: 16, top: 16, bottom: 56 },
      xAxis: { type: 'category', data: data.labels },
      yAxis: { type: 'value', minInterval: 1 },
      series: data.series.map(function (series) {
        return { name: series.name, type: 'bar', data: series.values };
      })
    });
    window.addEventListener('resize', function () { chart.resize(); });
  });
}());
