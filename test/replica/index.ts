export { chromiumArgs } from './browser-args';
export { type Proxy, startProxy } from './proxy';
export { type Replica, type ReplicaOptions, type SeenRequest, startReplica } from './server';
