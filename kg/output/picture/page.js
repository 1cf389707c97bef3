(function () {
  "use strict";
  var LEAST_SCALE = 0.75; // below this the words cannot be read: show a part and let people move about
  var given = JSON.parse(document.getElementById("data").textContent);
  var box = document.getElementById("picture");
  var network = new vis.Network(
    box, { nodes: new vis.DataSet(given.nodes), edges: new vis.DataSet(given.edges) }, given.options);

  function show() {
    var scale = Math.min(1.15, (box.clientWidth - 48) / given.width);
    var readable = Math.max(scale, LEAST_SCALE);
    var room = window.innerHeight - document.querySelector("header").offsetHeight
      - document.querySelector("footer").offsetHeight;
    box.style.height = Math.max(280, Math.min(6000, Math.max(room - 2, given.height * readable + 56))) + "px";
    network.setSize("100%", box.style.height);
    network.redraw();
    var middle = given.width / 2;
    var half = (box.clientWidth / 2 - 24) / readable;
    if (scale < readable) { // as much as fits, beginning at the document itself
      middle = given.start.x > middle ? given.width - half : half;
    }
    network.moveTo({ position: { x: middle, y: given.start.y }, scale: readable });
    window.scrollTo(0, box.offsetTop + box.offsetHeight / 2 - window.innerHeight / 2);
  }

  document.querySelectorAll("button[data-zoom]").forEach(function (button) {
    button.addEventListener("click", function () {
      var factor = Number(button.dataset.zoom);
      if (factor) { network.moveTo({ scale: network.getScale() * factor }); } else { network.fit(); }
    });
  });

  // The wheel scrolls the page; with Ctrl it zooms.
  box.addEventListener("wheel", function (event) {
    if (!event.ctrlKey) { event.stopPropagation(); }
  }, true);

  network.on("click", function (event) {
    var node = event.nodes.length ? given.nodes.find(function (n) { return n.id === event.nodes[0]; }) : null;
    if (node && node.url) { window.open(node.url, "_top"); }
  });
  network.on("hoverNode", function (event) {
    var node = given.nodes.find(function (n) { return n.id === event.node; });
    box.style.cursor = node && node.url ? "pointer" : "default";
  });
  network.on("blurNode", function () { box.style.cursor = "default"; });

  show();
  window.addEventListener("resize", show);
  document.documentElement.dataset.drawn = "true";
})();
