/** A picture that came as bytes, and its address for as long as it is shown. */
export class Jpeg {
  address: string | null = $state(null);

  show(bytes: BlobPart) {
    this.drop();
    this.address = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
  }

  /** Without this the bytes stay for as long as the window. */
  drop() {
    if (this.address !== null) URL.revokeObjectURL(this.address);
    this.address = null;
  }
}
