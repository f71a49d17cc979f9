// Starts the built program with the sample marketplace, on a port and a database of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The program; `tests/run` says where it is. */
const BINARY = process.env.GREENBRIDGE_BINARY;
/** A PostgreSQL server whose databases may be made and dropped; without it the journeys run on SQLite. */
const SERVER = process.env.GREENBRIDGE_TEST_DATABASE_URL;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function sql(statement) {
  execFileSync('psql', ['--quiet', '--dbname', SERVER, '--command', statement], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Starts `greenbridge demo`; `stop()` ends it and removes what it made. */
export async function startServer() {
  if (!BINARY) throw new Error('GREENBRIDGE_BINARY must name the program; tests/run does that');
  const folder = mkdtempSync(join(tmpdir(), 'greenbridge-journey-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = ['demo', '--data-dir', folder, '--listen', `127.0.0.1:${port}`];
  let database;
  if (SERVER) {
    database = `greenbridge_journey_${process.pid}`;
    sql(`CREATE DATABASE ${database}`);
    const address = new URL(SERVER);
    address.pathname = `/${database}`;
    flags.push('--database-url', address.href);
  }
  const env = { PATH: process.env.PATH, HOME: folder, RUST_LOG: 'warn' };
  const child = spawn(BINARY, flags, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said = (said + data).slice(-20_000)));
  const ended = new Promise((resolve) => child.once('exit', resolve));

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(hard);
    }
    if (database) sql(`DROP DATABASE ${database} WITH (FORCE)`);
    rmSync(folder, { recursive: true, force: true });
  };

  const patience = Date.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`the program ended with ${child.exitCode}:\n${said}`);
    }
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return { url, folder, stop, said: () => said };
    if (Date.now() > patience) {
      await stop();
      throw new Error(`the program did not answer in two minutes:\n${said}`);
    }
    await pause(50);
  }
}
