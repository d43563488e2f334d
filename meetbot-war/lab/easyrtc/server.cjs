// The demo pages of open-easyrtc on a port of the loopback address: node server.cjs PORT
'use strict';
const {createServer} = require('node:http');
const {dirname, join} = require('node:path');
const express = require('express');
const {Server} = require('socket.io');
const easyrtc = require('open-easyrtc');

const folder = dirname(require.resolve('open-easyrtc/package.json'));
const app = express();
app.use('/demos', express.static(join(folder, 'demos')));
app.use('/easyrtc', express.static(join(folder, 'api')));
const web = createServer(app);
easyrtc.setOption('logLevel', 'warning');
easyrtc.setOption('appIceServers', []); // nobody outside of this machine is asked
easyrtc.setOption('demosEnable', false);
easyrtc.listen(app, new Server(web), null, error => {
  if (error) {
    console.error(error);
    process.exit(1);
  }
  web.listen(Number(process.argv[2]), '127.0.0.1');
});
