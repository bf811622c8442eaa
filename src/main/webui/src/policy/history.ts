/** What was done to a text, to be undone and done again. Knows nothing of what the text says. */
export class History {
  private states: string[];
  private at = 0;
  private lastKey = "";
  private lastAt = 0;

  /**
   * @param start the text before anything was done
   * @param most how many states are kept
   * @param together changes of the same thing that follow each other within so many milliseconds are undone at once
   */
  constructor(
    start: string,
    private readonly most = 200,
    private readonly together = 1500,
  ) {
    this.states = [start];
  }

  get current(): string {
    return this.states[this.at] ?? "";
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.states.length - 1;
  }

  /**
   * A new state; what had been undone before it is gone.
   *
   * @param key what was changed, such as a cell's id
   */
  push(state: string, key = "", now = Date.now()): void {
    if (state === this.current) return;
    const joins = key !== "" && key === this.lastKey && now - this.lastAt < this.together && this.canUndo;
    this.states.length = this.at + 1;
    if (joins) this.states[this.at] = state;
    else this.states.push(state);
    if (this.states.length > this.most) this.states.shift();
    this.at = this.states.length - 1;
    this.lastKey = key;
    this.lastAt = now;
  }

  undo(): string {
    if (this.canUndo) this.at--;
    this.lastKey = "";
    return this.current;
  }

  redo(): string {
    if (this.canRedo) this.at++;
    this.lastKey = "";
    return this.current;
  }
}
