import type { LumaFrame } from "../backend/backend";

/** Why there is no picture from the camera. */
export type CameraFault = "none" | "refused" | "busy" | "lost";

export function cameraFault(cause: unknown): CameraFault {
  const name = cause instanceof DOMException ? cause.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotReadableError" || name === "AbortError") return "busy";
  return "none";
}

/** 720p: at least 4.5 pixels a module for our codes, and still quick to move to the core. */
export async function openCamera(lens: string | null): Promise<MediaStream> {
  // Typed as always there; in a webview without camera support it is not.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new DOMException("no media devices", "NotFoundError");
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  return devices.getUserMedia({
    audio: false,
    video:
      lens === null
        ? { ...size, facingMode: { ideal: "environment" } }
        : { ...size, deviceId: { exact: lens } },
  });
}

export async function lenses(): Promise<MediaDeviceInfo[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((device) => device.kind === "videoinput");
}

/** `torch` is in the standard for image capture, but not yet in TypeScript's types. */
export function hasTorch(stream: MediaStream): boolean {
  const track = stream.getVideoTracks()[0];
  // WebKitGTK lacks `getCapabilities`.
  if (track === undefined || !("getCapabilities" in track)) return false;
  return "torch" in track.getCapabilities();
}

export async function setTorch(stream: MediaStream, on: boolean): Promise<void> {
  const constraint = { advanced: [{ torch: on } as MediaTrackConstraintSet] };
  await stream.getVideoTracks()[0]?.applyConstraints(constraint);
}

/** How many pictures the camera has given. WebKitGTK doesn't end a track whose camera is gone. */
export function picturesFrom(video: HTMLVideoElement): number {
  return video.getVideoPlaybackQuality().totalVideoFrames;
}

const canvas = document.createElement("canvas");

function draw(video: HTMLVideoElement): CanvasRenderingContext2D | null {
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null || canvas.width === 0 || canvas.height === 0) return null;
  context.drawImage(video, 0, 0);
  return context;
}

/** The picture in grey, or `null` before the camera has one. */
export function lumaOf(video: HTMLVideoElement): LumaFrame | null {
  const context = draw(video);
  if (context === null) return null;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const luma = new Uint8Array(width * height);
  for (let pixel = 0; pixel < luma.length; pixel += 1) {
    const at = pixel * 4;
    // BT.601 weights in 8-bit fixed point.
    luma[pixel] = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
  }
  return { width, height, luma };
}

/** The picture as a PNG file, or `null` before the camera has one. */
export async function pngOf(video: HTMLVideoElement): Promise<Uint8Array | null> {
  if (draw(video) === null) return null;
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}
