import { startServer } from '../../src/server/start.ts';

/** The server as a process of its own, to be killed: `serve.ts <courses> <assets>`. */
const [, , data = '', assets = ''] = process.argv;
await startServer({ data, assets, watch: false, tell: console.log, environment: process.env });
