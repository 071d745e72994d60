import { type ClientFrame, decode, encode, ProtocolError, type ServerFrame } from "./protocol.ts";
import type { Socket } from "./surroundings.ts";

/** What comes of one attempt to be connected. Nothing is called any more once `closed` was, or after `drop`. */
export interface LinkListener {
  opened(): void;
  frame(frame: ServerFrame): void;
  /** @throws ProtocolError if there must be none now */
  audio(pcm: ArrayBuffer): void;
  /** @param code the close code, 1006 if the connection was lost */
  closed(code: number): void;
}

/** The close code for a server that does not keep to the protocol. */
export const MALFORMED = 4400;

/** One WebSocket connection that carries frames. A session may go through many of them. */
export class Link {
  readonly #socket: Socket;
  #listener: LinkListener | undefined;

  constructor(socket: Socket, listener: LinkListener) {
    this.#socket = socket;
    this.#listener = listener;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#listener?.opened();
    socket.onmessage = ({ data }) => this.#read(data);
    socket.onclose = ({ code }) => {
      const last = this.#listener;
      this.#listener = undefined;
      last?.closed(code);
    };
  }

  send(frame: ClientFrame): void {
    this.#socket.send(encode(frame));
  }

  /** Sends audio, and wipes it. */
  sendAudio(pcm: ArrayBuffer): void {
    this.#socket.send(pcm);
    new Uint8Array(pcm).fill(0);
  }

  /** Bytes that were sent and are still here. */
  get behind(): number {
    return this.#socket.bufferedAmount;
  }

  /** Closes the connection; whatever is still on its way in is not looked at. */
  drop(code = 1000): void {
    this.#listener = undefined;
    this.#socket.close(code);
  }

  #read(data: unknown): void {
    const listener = this.#listener;
    if (!listener) {
      return;
    }
    try {
      if (typeof data === "string") {
        listener.frame(decode(data));
      } else {
        listener.audio(data as ArrayBuffer);
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) {
        throw error;
      }
      this.drop(MALFORMED);
      listener.closed(MALFORMED);
    }
  }
}
