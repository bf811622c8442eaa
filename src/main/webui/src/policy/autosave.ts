const QUIET = 2500;
const AGAIN = 15_000;

/** Saves when there has been nothing new for a while, and again where the server could not be reached. */
export class Autosave {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param wanted whether there is anything to save
   * @param save saves; what it answers is whether it is saved
   */
  constructor(
    private readonly wanted: () => boolean,
    private readonly save: () => Promise<boolean>,
  ) {}

  /** Something has changed. */
  soon(): void {
    this.after(QUIET);
  }

  /** The server was not there. */
  later(): void {
    this.after(AGAIN);
  }

  stop(): void {
    clearTimeout(this.waiting);
  }

  private after(milliseconds: number): void {
    this.stop();
    this.waiting = setTimeout(() => {
      if (this.wanted()) void this.save();
    }, milliseconds);
  }
}
