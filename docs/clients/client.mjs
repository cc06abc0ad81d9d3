// node client.mjs CHANNEL-TOKEN-ADDRESS BEARER-TOKEN: listens to one conversation (Node 20 or later; the same code runs in browsers).
const [address, bearer] = process.argv.slice(2);
let place; // where we are: the last message's seq, and the epoch that it belongs to

async function listen() {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${bearer}` } });
  if (!answer.ok) throw new Error(`No channel token: ${answer.status}`);
  const { eventsUrl, epoch } = await answer.json();
  const stream = await fetch(eventsUrl + (place ? `&lastEventId=${place.seq}&epoch=${place.epoch}` : ''));
  if (!stream.ok) throw new Error(`No stream: ${stream.status}`);
  console.log('listening');

  const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = '', part; !(part = await reader.read()).done;) {
    const events = (rest + part.value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const [, seq] = /^id: (\d+)$/m.exec(event) ?? [];
      const [, data] = /^data: (.+)$/m.exec(event) ?? [];
      if (seq) place = { seq, epoch };
      const frame = data ? JSON.parse(data) : {};
      if (frame.type === 'chat.message') console.log(`${seq} ${frame.data.sender_type}: ${frame.data.body}`);
    }
  }
}

for (;;) {
  await listen().catch((error) => console.error(error.message));
  await new Promise((resolve) => setTimeout(resolve, 500 + 2500 * Math.random())); // not all clients at once
}
