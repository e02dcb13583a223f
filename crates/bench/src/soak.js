// Sits in the inspector's window: a camera that films a picture of a code, and hands that press.
const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 720 });
const context = canvas.getContext("2d");
let filmed = null;
function film() {
  context.fillStyle = "#777";
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (filmed) context.drawImage(filmed, 380, 100, 520, 520);
}
film();
setInterval(film, 50);
navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20));

const named = (id) => document.querySelector(`[data-testid='${id}']`);

// Until the page has come to this; what it says instead, if it doesn't.
const until = (what) =>
  new Promise((resolve, reject) => {
    const look = () => what() && end(resolve);
    const watcher = new MutationObserver(look);
    const late = setTimeout(() => end(reject), 20_000);
    const end = (how) => {
      watcher.disconnect();
      clearTimeout(late);
      how(`not ${what}: ${document.body.innerText}`);
    };
    watcher.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });

window.begin = async () => {
  await until(() => named("begin"));
  named("begin").click();
  await until(() => named("place"));
  named("place").value = "Torget 1";
  named("place").dispatchEvent(new Event("input"));
  named("begin-submit").click();
  await until(() => named("inspection")?.dataset.state === "open");
  named("camera-start").click();
  await until(() => named("camera-view"));
};

const shown = [];

// One card: filmed, judged, a finding chosen and taken back, and on.
window.check = async (png, verdict) => {
  filmed = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]));
  await until(() => named("verdict")?.dataset.verdict === verdict && named("entry") && named("person-photo"));
  shown.push(new WeakRef(named("verdict")));
  filmed.close();
  filmed = null;
  for (const pressed of ["true", "false"]) {
    named("kind-other").click();
    await until(() => named("kind-other")?.ariaPressed === pressed);
  }
  named("next").click();
  await until(() => !named("verdict"));
};

// How many of the verdicts that were on the screen are still in memory.
window.kept = () => shown.filter((one) => one.deref() !== undefined).length;
