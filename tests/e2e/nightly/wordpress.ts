/** WordPress, as Debian packs it: a copy in a folder, on PHP's own server, with a MariaDB of its own. */
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MariaDb } from './mariadb';
import { PHP } from './php';
import { Served } from './served';
import { filesBelow, type WholeSystem } from './whole-system';

/** Where Debian has it. */
export const WORDPRESS = '/usr/share/wordpress';

export const AUTHOR = { name: 'author', password: 'a-password-of-a-test' };

/** It calls nobody, and believes what the test's site says of the address. */
const configuration = (socket: string): string => `<?php
  define('DB_NAME', 'wordpress');
  define('DB_USER', 'root');
  define('DB_PASSWORD', '');
  define('DB_HOST', 'localhost:${socket}');
  define('DISABLE_WP_CRON', true);
  define('WP_HTTP_BLOCK_EXTERNAL', true);
  define('WP_HOME', 'https://' . ($_SERVER['HTTP_HOST'] ?? 'localhost'));
  define('WP_SITEURL', WP_HOME);
  $_SERVER['HTTPS'] = 'on';
  $table_prefix = 'wp_';
  if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
  require ABSPATH . 'wp-settings.php';
`;

/** Makes the site, and an author who has seen the editor's greeting. */
const INSTALL = `
  define('WP_INSTALLING', true);
  require 'wp-load.php';
  require 'wp-admin/includes/upgrade.php';
  $site = wp_install('House', '${AUTHOR.name}', 'author@example.org', false, '', '${AUTHOR.password}');
  $seen = ['core/edit-post' => ['welcomeGuide' => false]];
  update_user_meta($site['user_id'], $wpdb->get_blog_prefix() . 'persisted_preferences', $seen);
`;

/** Beside a photo it keeps smaller ones of its own making, such as photo-300x200.jpg. */
const GIVEN = /(?<!-\d+x\d+)\.\w+$/;

export class WordPress implements WholeSystem {
  readonly answer: WholeSystem['answer'];
  readonly #uploads: string;
  readonly #database: MariaDb;
  readonly #server: Served;

  private constructor(house: string, database: MariaDb, server: Served) {
    this.answer = server.answer;
    this.#uploads = join(house, 'wp-content/uploads');
    this.#database = database;
    this.#server = server;
  }

  static async start(folder: string): Promise<WordPress> {
    const house = join(folder, 'house');
    await cp(WORDPRESS, house, { recursive: true, dereference: true });
    const database = await MariaDb.start(folder, 'wordpress');
    try {
      await writeFile(join(house, 'wp-config.php'), configuration(database.socket));
      await promisify(execFile)(PHP, ['-r', INSTALL], { cwd: house });
      return new WordPress(house, database, await Served.start(PHP, (address) => ['-S', address, '-t', house]));
    } catch (error) {
      await database.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await this.#database.stop();
  }

  photos(): Promise<Buffer[]> {
    return filesBelow(this.#uploads, GIVEN);
  }

  async forgetPhotos(): Promise<void> {
    await rm(this.#uploads, { recursive: true, force: true });
  }
}
