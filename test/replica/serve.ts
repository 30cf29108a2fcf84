import { chromiumArgs } from './browser-args';
import { startReplica } from './server';
import { firstNoteUrl } from './truth';

const replica = await startReplica({ skin: process.argv.includes('--unknown-skin') ? 'unknown' : 'known' });
const args = chromiumArgs(replica).map((arg) => `'${arg}'`);

console.log(`replica on 127.0.0.1:${replica.port}, playing ${replica.hosts.join(' ')}`);
console.log(`open it with: chromium --user-data-dir="$(mktemp -d)" ${args.join(' ')} ${firstNoteUrl}`);
console.log('stop with Ctrl+C');
