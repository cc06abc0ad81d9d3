import { setMaxListeners } from 'node:events';

// A chat hangs a dozen listeners on its one signal: that is its life, not a leak.
setMaxListeners(50);
