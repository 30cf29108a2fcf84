export { chromiumArgs } from './browser-args';
export { type Proxy, startProxy } from './proxy';
export { type Replica, startReplica } from './server';
