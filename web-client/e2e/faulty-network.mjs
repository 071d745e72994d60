// A network between browser and server that can be cut. It carries bytes and understands none of them.

import { connect, createServer } from "node:net";

export class FaultyNetwork {
  #pairs = new Set();
  #server;
  #answersHeld = false;

  static async before(url) {
    const network = new FaultyNetwork();
    const { hostname, port } = new URL(url);
    network.#server = createServer((near) => network.#join(near, connect(Number(port), hostname)));
    await new Promise((listening) => network.#server.listen(0, "127.0.0.1", listening));
    return network;
  }

  get port() {
    return this.#server.address().port;
  }

  get connections() {
    return this.#pairs.size;
  }

  /** From now on what the server answers does not arrive, while what the browser sends does. */
  holdAnswers() {
    this.#answersHeld = true;
  }

  /** Breaks every connection; what was on its way is lost. New ones work. */
  cut() {
    this.#answersHeld = false;
    for (const [near, far] of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #join(near, far) {
    const pair = [near, far];
    this.#pairs.add(pair);
    for (const socket of pair) {
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.#pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => this.#answersHeld || near.write(bytes));
  }
}
