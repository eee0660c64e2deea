/** MediaWiki, as Debian packs it, on PHP's own server: its settings, its database and its photos in a folder. */
import { execFile } from 'node:child_process';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PHP } from './php';
import { Served } from './served';
import { filesBelow, type WholeSystem } from './whole-system';

/** Where Debian has it. */
export const MEDIAWIKI = '/usr/share/mediawiki';

export const EDITOR = { name: 'Editor', password: 'a-password-of-a-test' };

/** Uploads, and the address that the test’s site says, with its port. */
const further = (images: string): string => `
  $wgEnableUploads = true;
  $wgUploadDirectory = '${images}';
  $wgServer = WebRequest::detectServer(false);
`;

/** Photos lie in folders such as `a/a7`; what was replaced and what it drew itself lie in others. */
const GIVEN = /^[\da-f]\/[\da-f]{2}\//;

export class MediaWiki implements WholeSystem {
  readonly answer: WholeSystem['answer'];
  readonly #images: string;
  readonly #server: Served;

  private constructor(images: string, server: Served) {
    this.answer = server.answer;
    this.#images = images;
    this.#server = server;
  }

  static async start(folder: string): Promise<MediaWiki> {
    const images = join(folder, 'images');
    await mkdir(images);
    await promisify(execFile)(PHP, [
      join(MEDIAWIKI, 'maintenance/install.php'), `--confpath=${folder}`, '--scriptpath=', '--skins=Vector',
      '--dbtype=sqlite', `--dbpath=${join(folder, 'data')}`, `--pass=${EDITOR.password}`, 'House', EDITOR.name,
    ]);
    const settings = join(folder, 'LocalSettings.php');
    await appendFile(settings, further(images));
    const env = { ...process.env, MW_CONFIG_FILE: settings };
    return new MediaWiki(images, await Served.start(PHP, (address) => ['-S', address, '-t', MEDIAWIKI], { env }));
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  photos(): Promise<Buffer[]> {
    return filesBelow(this.#images, GIVEN);
  }

  async forgetPhotos(): Promise<void> {
    await rm(this.#images, { recursive: true });
    await mkdir(this.#images);
  }
}
