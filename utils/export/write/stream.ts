type Bytes = Uint8Array<ArrayBuffer>;

/** A generator as a stream that asks for a piece only when there is room for it. */
export function streamOf(pieces: AsyncGenerator<Bytes>, signal: AbortSignal | undefined): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        signal?.throwIfAborted();
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}
